namespace Ink.Tasks.Git;

/// <summary>
/// The output of <c>git status --porcelain=v2 --branch -z --no-renames</c>, as git-status(1) defines it, with what a
/// build makes by itself left out.
/// </summary>
/// <param name="Commit">The checked-out commit, or null where there is none yet.</param>
/// <param name="Branch">The branch, or null where HEAD is detached.</param>
/// <param name="Dirty">Changed and untracked files, relative to the top folder.</param>
internal sealed record WorkingTreeStatus(string? Commit, string? Branch, IReadOnlyList<string> Dirty)
{
    /// <summary>Reads the output.</summary>
    /// <param name="fields">The NUL-separated fields.</param>
    /// <param name="excluded">Folders, relative to the top folder and ending in a slash, in which nothing counts.</param>
    public static WorkingTreeStatus Parse(IEnumerable<string> fields, IReadOnlyList<string> excluded)
    {
        string? commit = null, branch = null;
        var dirty = new List<string>();
        foreach (var field in fields)
        {
            if (field.StartsWith("# branch.oid ", StringComparison.Ordinal)) commit = Named(field[13..]);
            else if (field.StartsWith("# branch.head ", StringComparison.Ordinal)) branch = Named(field[14..]);
            else if (PathOf(field) is { } path && !IsExcluded(path, excluded) && !(field[0] == '?' && IsBuildOutput(path)))
                dirty.Add(path);
        }

        return new WorkingTreeStatus(commit, branch, dirty);
    }

    // "(initial)" and "(detached)" are git's words for none.
    private static string? Named(string value) => value.StartsWith('(') ? null : value;

    // The path is the last of a fixed number of fields, and may itself hold spaces.
    private static string? PathOf(string field) => field.Length == 0 ? null : field[0] switch
    {
        '1' => Last(field, 9),
        'u' => Last(field, 11),
        '?' => Last(field, 2),
        _ => null,
    };

    private static string? Last(string field, int parts) => field.Split(' ', parts) is { } all && all.Length == parts ? all[^1] : null;

    private static bool IsExcluded(string path, IReadOnlyList<string> excluded) =>
        excluded.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>Whether a file is one that a build writes. A newcomer's project has no .gitignore yet, so untracked ones do not count.</summary>
    public static bool IsBuildOutput(string path)
    {
        var segments = path.Split('/');
        return segments[..^1].Any(segment => segment is "bin" or "obj");
    }
}
