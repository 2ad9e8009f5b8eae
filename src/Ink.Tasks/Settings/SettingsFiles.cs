using Ink.Model.Secrets.Settings;
using Ink.Tasks.Git;

namespace Ink.Tasks.Settings;

/// <summary>Which settings files count in a deploy.</summary>
/// <param name="git">Tells which files are ignored.</param>
internal sealed class SettingsFiles(GitClient git)
{
    // NuGet looks for the first of them on systems where the others would be other files.
    private static readonly string[] NuGetConfigs = ["nuget.config", "NuGet.config", "NuGet.Config"];

    /// <summary>
    /// Those that exist, sorted. A file that git ignores belongs to this machine and is left out; the app's settings are not, since they are
    /// published whatever git thinks of them.
    /// </summary>
    public async Task<IReadOnlyList<string>> SelectAsync(string projectDirectory, IEnumerable<string> candidates, CancellationToken cancellationToken)
    {
        var directory = Path.GetFullPath(projectDirectory);
        var root = WorkTree.RootOf(directory);
        var files = candidates
            .Where(file => file.Length > 0)
            .Select(file => Path.GetFullPath(file, directory))
            .Concat(NuGetConfigsAbove(directory, root))
            .Where(file => SettingsFile.IsKnown(file) && File.Exists(file))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var ignored = await IgnoredAsync(root, [.. files.Where(file => !IsPublished(file))], cancellationToken);
        return [.. files.Where(file => !ignored.Contains(file))];
    }

    private static bool IsPublished(string file) => Path.GetFileName(file).StartsWith("appsettings", StringComparison.OrdinalIgnoreCase);

    private async Task<HashSet<string>> IgnoredAsync(string? root, List<string> files, CancellationToken cancellationToken)
    {
        var ignored = new HashSet<string>(StringComparer.Ordinal);
        if (root is null)
            return ignored;
        var inside = files.Where(file => file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToList();
        if (inside.Count == 0)
            return ignored;
        var result = await git.RunAsync(new GitCall(root, ["--literal-pathspecs", "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--", .. inside.Select(file => Path.GetRelativePath(root, file))]), cancellationToken);
        if (result.Succeeded)
            ignored.UnionWith(result.Fields.Select(file => Path.GetFullPath(file, root)));
        return ignored;
    }

    // Above the repository is the machine, whose credentials are its own.
    private static IEnumerable<string> NuGetConfigsAbove(string directory, string? root)
    {
        for (var folder = directory; folder is not null; folder = folder == (root ?? directory) ? null : Path.GetDirectoryName(folder))
        {
            foreach (var name in NuGetConfigs)
                yield return Path.Combine(folder, name);
        }
    }
}
