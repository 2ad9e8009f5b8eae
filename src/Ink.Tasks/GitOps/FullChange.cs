using System.Text;

namespace Ink.Tasks.GitOps;

/// <summary>An owned folder by its paths in the repository.</summary>
internal sealed record FullFolder(string Path, string? Application, IDeployOrder? Order);

/// <summary>A change with the paths that it has in the repository, checked, and its texts as bytes.</summary>
/// <param name="Change">The change.</param>
/// <param name="Folders">Its owned folders, each once.</param>
/// <param name="Files">Its files.</param>
internal sealed record FullChange(GitOpsChange Change, IReadOnlyList<FullFolder> Folders, IReadOnlyDictionary<string, byte[]> Files)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Puts the base path in front.</summary>
    /// <exception cref="Errors.InkException">INK4003: a path would leave its folder, or no repository can hold it.</exception>
    public static FullChange Of(GitOpsChange change, string basePath) => new(
        change,
        [.. change.Folders.Select(folder => new FullFolder(
            GitOpsPath.Join(basePath, folder.Path.TrimEnd('/')), folder.Application is null ? null : GitOpsPath.Join(basePath, folder.Application), folder.Order)).DistinctBy(folder => folder.Path)],
        change.Files.ToDictionary(file => GitOpsPath.Join(basePath, file.Key), file => Utf8.GetBytes(file.Value), StringComparer.Ordinal));
}
