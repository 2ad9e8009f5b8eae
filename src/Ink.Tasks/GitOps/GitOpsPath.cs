using Ink.Tasks.Errors;

namespace Ink.Tasks.GitOps;

/// <summary>
/// Paths inside a GitOps repository: relative, with forward slashes. Names are checked long before they get here; this is
/// the second lock, for a name with <c>../</c> in it would otherwise be a write outside Ink's folders.
/// </summary>
internal static class GitOpsPath
{
    /// <summary>A path below a base path, both checked.</summary>
    /// <exception cref="InkException">INK4003: the path would leave its folder, or no git repository can hold it.</exception>
    public static string Join(string basePath, string path)
    {
        var start = basePath.Trim('/');
        return Check(start.Length == 0 ? path : $"{start}/{path}");
    }

    /// <summary>The path, if a repository can hold it and it stays inside.</summary>
    /// <exception cref="InkException">INK4003, naming the path and what is wrong with it.</exception>
    public static string Check(string path) => Fault(path) is { } fault
        ? throw new InkException(
            ErrorCodes.GitOps,
            $"The path '{Visible(path)}' cannot be written to the GitOps repository: {fault}. Check the app's and the environment's names and InkGitOpsPath.")
        : path;

    /// <summary>What is wrong with a path, or null.</summary>
    public static string? Fault(string path)
    {
        if (path.Length == 0) return "it is empty";
        if (path.Length > 1024) return "it is longer than 1024 characters";
        if (path.StartsWith('/')) return "it is not relative";
        if (path.Contains('\\', StringComparison.Ordinal)) return "it holds a backslash";
        if (path.Any(char.IsControl)) return "it holds a control character";
        foreach (var segment in path.Split('/'))
        {
            if (segment.Length == 0) return "it has an empty segment";
            if (segment is "." or "..") return $"it has a segment '{segment}'";
            if (IsGitFolder(segment)) return "git keeps its own files under '.git'";
        }

        return null;
    }

    // Windows drops trailing dots and spaces, and knows .git by a short name too: git refuses all of these (verify_path).
    private static bool IsGitFolder(string segment)
    {
        var name = segment.TrimEnd('.', ' ');
        return name.Equals(".git", StringComparison.OrdinalIgnoreCase) || name.Equals("git~1", StringComparison.OrdinalIgnoreCase);
    }

    private static string Visible(string path) => new([.. path.Take(200).Select(c => char.IsControl(c) ? '\uFFFD' : c)]);
}
