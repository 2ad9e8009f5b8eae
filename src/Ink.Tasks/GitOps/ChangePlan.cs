using Ink.Tasks.Errors;
using Ink.Tasks.GitOps.Objects;

namespace Ink.Tasks.GitOps;

/// <summary>What a change comes to on one particular tip.</summary>
/// <param name="Writes">Full path → content of files that are new or differ.</param>
/// <param name="Deletes">Files that an earlier deploy wrote and this one does not.</param>
/// <param name="Foreign">Files in owned folders that are not Ink's, and stay.</param>
/// <param name="Warnings">What else is to be told.</param>
internal sealed record ChangePlan(
    IReadOnlyList<KeyValuePair<string, byte[]>> Writes,
    IReadOnlyList<string> Deletes,
    IReadOnlyList<string> Foreign,
    IReadOnlyList<string> Warnings)
{
    private const string PlainFile = "100644";

    /// <summary>Whether there is anything to commit. No change means no commit.</summary>
    public bool HasChanges => Writes.Count + Deletes.Count > 0;

    /// <summary>Works the plan out.</summary>
    /// <param name="folders">The owned folders, as full paths.</param>
    /// <param name="files">The wanted files, full path → content.</param>
    /// <param name="present">The files at the tip, in the owned folders and at the wanted paths.</param>
    /// <param name="hashDigits">The length of an object name at the tip.</param>
    /// <param name="readText">Reads one of the present files. Called only for the list of a folder that holds more than is wanted.</param>
    public static async Task<ChangePlan> MakeAsync(
        IEnumerable<string> folders,
        IReadOnlyDictionary<string, byte[]> files,
        IReadOnlyDictionary<string, TreeFile> present,
        int hashDigits,
        Func<TreeFile, Task<string>> readText)
    {
        RefuseFileInPlaceOfFolder(files.Keys, present.Keys);
        RefuseFolderInPlaceOfFile(files.Keys, present);
        var writes = files
            .Where(file => !present.TryGetValue(file.Key, out var old) || old.Mode != PlainFile || old.Hash != BlobHash.Compute(file.Value, hashDigits))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .ToList();

        List<string> deletes = [], foreign = [], warnings = [];
        foreach (var folder in folders.Distinct(StringComparer.Ordinal))
        {
            var prefix = folder + "/";
            var extra = present.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal) && !files.ContainsKey(path)).ToList();
            // Usually nothing is left over, and then the list of what was written, one more round trip away, is not needed.
            if (extra.Count == 0) continue;

            IReadOnlySet<string>? ours = new HashSet<string>();
            if (present.TryGetValue(prefix + ReleaseFiles.Path, out var list))
            {
                ours = ReleaseFiles.Parse(await readText(list));
                if (ours is null) warnings.Add($"'{prefix}{ReleaseFiles.Path}' is damaged, so which files Ink wrote there is not known: none was deleted. Delete stale ones by hand.");
            }

            foreach (var path in extra) (ours?.Contains(path[prefix.Length..]) == true ? deletes : foreign).Add(path);
        }

        return new ChangePlan(writes, Sorted(deletes), Sorted(foreign), warnings);
    }

    // git would make room for the file by dropping the folder, and with it files that are not ours.
    private static void RefuseFileInPlaceOfFolder(IEnumerable<string> wanted, IEnumerable<string> present)
    {
        var folders = present.SelectMany(Parents).ToHashSet(StringComparer.Ordinal);
        foreach (var path in wanted.Where(folders.Contains))
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
