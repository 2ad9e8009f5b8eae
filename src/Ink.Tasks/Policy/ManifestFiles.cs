using Ink.Manifests;
using Ink.Tasks.Git;

namespace Ink.Tasks.Policy;

/// <summary>Finds the manifests of a folder that somebody names.</summary>
internal static class ManifestFiles
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    // Links may lead round in a circle; hidden folders are those of tools.
    private static readonly EnumerationOptions Files = new() { RecurseSubdirectories = false, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    /// <summary>The files of a folder and of those below, by path (ordinal); or the one that was named.</summary>
    public static IReadOnlyList<RenderedFile> Read(string path) => File.Exists(path)
        ? [new RenderedFile(Path.GetFileName(path), File.ReadAllText(path))]
        : [.. Below(path)
            .Select(file => (Path: Path.GetRelativePath(path, file).Replace('\\', '/'), File: file))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new RenderedFile(file.Path, File.ReadAllText(file.File)))];

    /// <summary>The path of a folder from the top of its repository, with a slash behind; empty where it is in none, or is the top.</summary>
    public static string PrefixInRepository(string path)
    {
        var folder = File.Exists(path) ? Path.GetDirectoryName(path)! : path;
        if (WorkTree.RootOf(folder) is not { } root)
            return "";
        var relative = Path.GetRelativePath(root, folder).Replace('\\', '/');
        return relative == "." ? "" : $"{relative}/";
    }

    private static IEnumerable<string> Below(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", Files).Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)))
            yield return file;
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", Files).Where(IsOwn).SelectMany(Below))
            yield return inner;
    }

    private static bool IsOwn(string folder) =>
        !Path.GetFileName(folder).StartsWith('.') && !File.GetAttributes(folder).HasFlag(FileAttributes.ReparsePoint);
}
