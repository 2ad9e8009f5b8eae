namespace Ink.Model.Values;

/// <summary>
/// Paths in a container and in a project, which are Linux's whatever system reads them. Source: <c>mountPath</c> in the API reference, which
/// takes no colon.
/// </summary>
public static class ContainerPath
{
    /// <summary>Whether it is the absolute path of a file or directory below the root, without <c>.</c>, <c>..</c> and empty segments.</summary>
    public static bool IsAbsolute(string path) => path.Length > 1 && path[0] == '/' && IsInside(path.Substring(1)) && path.IndexOf(':') < 0;

    /// <summary>Whether it leads from a folder to something below it: relative, with <c>/</c>, and never upwards.</summary>
    public static bool IsInside(string path) =>
        path.Split('/').All(segment => segment.Length > 0 && segment is not "." and not ".." && !segment.Any(IsForeign));

    /// <summary>Whether it lies below the directory.</summary>
    public static bool IsBelow(string path, string directory) =>
        path.Length > directory.Length && path[directory.Length] == '/' && path.StartsWith(directory, StringComparison.Ordinal);

    /// <summary>The last segment.</summary>
    public static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>The directory of a file with an absolute path.</summary>
    public static string DirectoryOf(string path)
    {
        var end = path.LastIndexOf('/');
        return end <= 0 ? "/" : path.Substring(0, end);
    }

    private static bool IsForeign(char character) => character == '\\' || char.IsControl(character);
}
