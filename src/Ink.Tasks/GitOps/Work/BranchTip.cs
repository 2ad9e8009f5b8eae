using Ink.Tasks.Git;

namespace Ink.Tasks.GitOps.Work;

/// <summary>
/// Fetches the tip of the branch: its commit and the first of its trees, without history (<c>--depth</c>) and without file contents
/// (<c>--filter</c>, git's partial clone).
/// </summary>
internal sealed class BranchTip(string branch)
{
    // From cheap to accepted everywhere. The first needs a server that lets itself be asked for single trees later; most servers
    // without filters ignore the wish; "dumb" http servers refuse depth. Without saying what is here already, the first way costs the server
    // less than working out what that spares; for the others it spares a lot.
    private static readonly string[][] Ways =
    [
        ["--depth=1", "--filter=tree:2"],
        ["--depth=1", "--filter=blob:none"],
        ["--depth=1"],
        [],
    ];

    private readonly string _ref = BranchName.ToRef(branch);

    /// <summary>Whether there is another way than this one.</summary>
    public static bool HasWayAfter(int way) => way + 1 < Ways.Length;

    /// <summary>What a way of fetching leaves out, if anything.</summary>
    public static IEnumerable<string> FilterOf(int way) => Ways[way].Where(option => option.StartsWith("--filter", StringComparison.Ordinal));

    /// <summary>The tip's full hash, its commit fetched; null where the repository is empty, with no ref at all.</summary>
    /// <exception cref="Errors.InkException">INK4003: out of reach, refused, or other branches but not this one.</exception>
    /// <exception cref="WorkFault">The remote is as it should be.</exception>
    public async Task<string?> FetchAsync(WorkRepository work, CancellationToken cancellationToken)
    {
        var result = await TryFetchAsync(work, cancellationToken);
        if (result.Succeeded) return await ReadAsync(work, cancellationToken);

        // What failed? Asked, not guessed from the words.
        var listing = await work.RunOutsideAsync(["ls-remote", "--quiet", "origin"], cancellationToken);
        if (!listing.Succeeded) throw GitOpsFailure.Unreachable(work.Remote, listing);
        var refs = listing.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t', 2)).Where(pair => pair.Length == 2).ToList();
        if (refs.Count == 0) return null;
        var tip = refs.Find(pair => pair[1] == _ref);
        if (tip is null) throw GitOpsFailure.NoBranch(work.Remote, branch, [.. refs.Select(pair => pair[1]).Where(name => name.StartsWith("refs/heads/", StringComparison.Ordinal)).Select(name => name[11..])]);

        // The branch is there. Of its hash function only the length of its name can tell.
        if (tip[0].Length == 64 != work.IsSha256) work.StartOver(tip[0].Length == 64 ? "sha256" : "sha1");
        result = await TryFetchAsync(work, cancellationToken);
        return result.Succeeded ? await ReadAsync(work, cancellationToken) : throw new WorkFault(result.Words) { WantsOtherWay = work.IsFresh };
    }

    private Task<GitResult> TryFetchAsync(WorkRepository work, CancellationToken cancellationToken) =>
        work.FetchAsync([.. Ways[work.Way], "origin", $"+{_ref}:{WorkRepository.TipRef}"], mentionsKnown: work.Way > 0, default, cancellationToken);

    // git notes the hash first on the first line, which saves a process for asking.
    private static async Task<string> ReadAsync(WorkRepository work, CancellationToken cancellationToken)
    {
        var line = await File.ReadAllTextAsync(work.FetchHead, cancellationToken);
        return line.Split('\t', 2)[0];
    }
}
