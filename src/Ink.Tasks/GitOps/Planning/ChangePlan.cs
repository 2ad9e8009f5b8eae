using Ink.Tasks.Errors;
using Ink.Tasks.GitOps.Objects;

namespace Ink.Tasks.GitOps.Planning;

/// <summary>What a change comes to on one particular tip.</summary>
/// <param name="Writes">Full path → content of files that are new or differ.</param>
/// <param name="Deletes">Files that an earlier deploy wrote and this one does not.</param>
/// <param name="Foreign">Files in owned folders that are not Ink's, and stay.</param>
/// <param name="Drifted">Files that are written or deleted, and that somebody else has changed since Ink wrote them.</param>
/// <param name="Warnings">What else is to be told.</param>
internal sealed record ChangePlan(
    IReadOnlyList<KeyValuePair<string, byte[]>> Writes,
    IReadOnlyList<string> Deletes,
    IReadOnlyList<string> Foreign,
    IReadOnlyList<string> Drifted,
    IReadOnlyList<GitOpsWarning> Warnings)
{
    private const string PlainFile = "100644";

    /// <summary>Whether there is anything to commit. No change means no commit.</summary>
    public bool HasChanges => Writes.Count + Deletes.Count > 0;

    /// <summary>Works the plan out.</summary>
    /// <param name="folders">The owned folders with what is deployed there; null for a list that is damaged.</param>
    /// <param name="files">The wanted files, full path → content.</param>
    /// <param name="present">The files at the tip, in the owned folders and at the wanted paths.</param>
    /// <param name="contents">What those hold, by the names that release.json notes: of the files at least that are about to change.</param>
    /// <param name="hashDigits">The length of an object name at the tip.</param>
    public static ChangePlan Make(
        IReadOnlyDictionary<FullFolder, ReleaseFiles?> folders,
        IReadOnlyDictionary<string, byte[]> files,
        IReadOnlyDictionary<string, TreeFile> present,
        IReadOnlyDictionary<string, string> contents,
        int hashDigits)
    {
        RefuseFileInPlaceOfFolder(files.Keys, present.Keys);
        RefuseFolderInPlaceOfFile(files.Keys, present);
        var writes = files
            .Where(file => !present.TryGetValue(file.Key, out var old) || old.Mode != PlainFile || old.Hash != BlobHash.Compute(file.Value, hashDigits))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .ToList();

        List<string> deletes = [], foreign = [], drifted = [];
        List<GitOpsWarning> warnings = [];
        foreach (var (folder, release) in folders)
        {
            var prefix = folder.Path + "/";
            var extra = present.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal) && !files.ContainsKey(path)).ToList();
            if (release is null && extra.Count > 0)
                warnings.Add(new GitOpsWarning(Ink.Model.Rules.RuleCatalogue.ForeignFile, $"'{prefix}{ReleaseFiles.Path}' is damaged, so which files Ink wrote there is not known: none was deleted. Delete stale ones by hand."));
            foreach (var path in extra) (release?.Files.ContainsKey(path[prefix.Length..]) == true ? deletes : foreign).Add(path);
            drifted.AddRange(Drift.Noted(folder, release).Where(file => contents.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key));
        }

        // What somebody has changed to just what is wanted is nobody's loss.
        var touched = writes.Select(write => write.Key).Concat(deletes).ToHashSet(StringComparer.Ordinal);
        return new ChangePlan(writes, Sorted(deletes), Sorted(foreign), Sorted([.. drifted.Where(touched.Contains)]), warnings);
    }

    // git would make room for the file by dropping the folder, and with it files that are not ours.
    private static void RefuseFileInPlaceOfFolder(IEnumerable<string> wanted, IEnumerable<string> present)
    {
        var folders = present.SelectMany(Parents).ToHashSet(StringComparer.Ordinal);
        if (wanted.FirstOrDefault(folders.Contains) is { } path)
        {
            throw new InkException(
                ErrorCodes.GitOps,
                $"The GitOps repository holds a folder '{path}' where Ink writes a file of that name. Move or delete the folder.");
        }
    }

    private static void RefuseFolderInPlaceOfFile(IEnumerable<string> wanted, IReadOnlyDictionary<string, TreeFile> present)
    {
        if (wanted.SelectMany(Parents).FirstOrDefault(present.ContainsKey) is { } file)
        {
            throw new InkException(
                ErrorCodes.GitOps,
                $"The GitOps repository holds a file '{file}' where Ink needs a folder of that name. Move or delete the file.");
        }
    }

    private static IEnumerable<string> Parents(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1)) yield return path[..slash];
    }

    private static List<string> Sorted(List<string> paths) => [.. paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
