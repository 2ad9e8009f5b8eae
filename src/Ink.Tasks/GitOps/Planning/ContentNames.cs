using Ink.Tasks.GitOps.Objects;
using Ink.Tasks.GitOps.Work;

namespace Ink.Tasks.GitOps.Planning;

/// <summary>
/// What the files at a tip hold, by the names that release.json notes: git's, of SHA-1. Where the repository has those itself nothing is read; in
/// one of the newer hash function the contents are, of files alone that a deploy is about to change.
/// </summary>
internal static class ContentNames
{
    /// <summary>Full path → name, of every file that Ink has noted and that may have been changed by others.</summary>
    /// <param name="work">The repository.</param>
    /// <param name="folders">The owned folders with what is deployed there.</param>
    /// <param name="wanted">The wanted files, full path → content.</param>
    /// <param name="present">The files at the tip.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        WorkRepository work,
        IReadOnlyDictionary<FullFolder, ReleaseFiles?> folders,
        IReadOnlyDictionary<string, byte[]> wanted,
        IReadOnlyDictionary<string, TreeFile> present,
        CancellationToken cancellationToken)
    {
        if (!work.IsSha256)
            return present.ToDictionary(file => file.Key, file => file.Value.Hash, StringComparer.Ordinal);

        var changing = folders
            .SelectMany(folder => Drift.Noted(folder.Key, folder.Value))
            .Select(noted => noted.Key)
            .Where(path => present.TryGetValue(path, out var file) && !(wanted.TryGetValue(path, out var content) && BlobHash.Compute(content, BlobHash.Sha256Digits) == file.Hash))
            .ToList();
        var contents = await work.ReadBlobsAsync([.. changing.Select(path => present[path].Hash)], cancellationToken);
        return changing.ToDictionary(path => path, path => BlobHash.Compute(contents[present[path].Hash], BlobHash.Sha1Digits), StringComparer.Ordinal);
    }
}
