using System.Collections.Concurrent;
using Ink.Model.Resolution;
using Ink.Model.Specs;

namespace Ink.Manifests.Reading;

/// <summary>
/// The config files in a project's folder. Each is read once, so that all environments see the same. For a test that renders its own app:
/// <c>new ResolutionContext("production") { ConfigFiles = new ProjectFiles(folder) }</c>.
/// </summary>
/// <param name="folder">The project's folder.</param>
public sealed class ProjectFiles(string folder) : IConfigFiles
{
    // A line feed may have been a carriage return as well in this checkout, and counts once.
    private const long MostBytes = 2L * ConfigContent.MaxBytes;

    private readonly string _folder = Path.GetFullPath(folder);
    private readonly ConcurrentDictionary<string, ConfigFile> _files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ConfigFile Read(string path) => _files.GetOrAdd(path, ReadFile);

    private ConfigFile ReadFile(string path)
    {
        try
        {
            if (Follow(path) is not { } file)
                return new ConfigFile.Outside();
            if (!file.Exists)
                return new ConfigFile.Missing();
            return file.Length > MostBytes ? new ConfigFile.TooLarge() : ConfigFile.Of(File.ReadAllBytes(file.FullName));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ConfigFile.Unreadable(exception.Message);
        }
    }

    // A link may stand at any step of the path. What it leads to ends up in the GitOps repository, so it must not lead to the files of the
    // machine that builds.
    private FileInfo? Follow(string path)
    {
        var current = _folder;
        foreach (var segment in path.Split('/'))
        {
            current = Path.Combine(current, segment);
            var info = new FileInfo(current);
            if (info.LinkTarget is not null)
                current = info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? current;
            if (!IsInside(current))
                return null;
        }

        return new FileInfo(current);
    }

    private bool IsInside(string path) =>
        Path.GetRelativePath(_folder, path) is var relative
        && !Path.IsPathRooted(relative)
        && relative != ".."
        && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
