using Ink.Tasks.Git;

namespace Ink.Tasks.GitOps;

/// <summary>
/// Fetches the tip of the branch: its commit and its trees, without history (<c>--depth</c>) and without file contents
/// (<c>--filter=blob:none</c>, git's partial clone).
/// </summary>
internal sealed class BranchTip(WorkRepository work, string branch)
{
    // From cheap to accepted everywhere. Most servers without filters ignore the wish; "dumb" http servers refuse depth.
    private static readonly string[][] Economies = [["--depth=1", "--filter=blob:none"], ["--depth=1"], []];

    private readonly string _ref = BranchName.ToRef(branch);
    private int _economy;

    /// <summary>The tip's full hash, its objects fetched; null where the repository is empty, with no ref at all.</summary>
    /// <exception cref="Errors.InkException">INK4003: out of reach, refused, or other branches but not this one.</exception>
    public async Task<string?> FetchAsync(CancellationToken cancellationToken)
    {
        var result = await TryFetchAsync(cancellationToken);
        if (result.Succeeded) return await ReadAsync(cancellationToken);

        // What failed? Asked, not guessed from the words.
        var listing = await work.RunOutsideAsync(["ls-remote", "--quiet", "origin"], cancellationToken);
        if (!listing.Succeeded) throw GitOpsFailure.Unreachable(work.Remote, listing);
        var refs = listing.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t', 2)).Where(pair => pair.Length == 2).ToList();
        if (refs.Count == 0) return null;
        var tip = refs.Find(pair => pair[1] == _ref);
        if (tip is null) throw GitOpsFailure.NoBranch(work.Remote, branch, [.. refs.Select(pair => pair[1]).Where(name => name.StartsWith("refs/heads/", StringComparison.Ordinal)).Select(name => name[11..])]);

        // The branch is there, so this way of fetching it is not supported, or its hash function is another.
        if (tip[0].Length == 64 && result.Error.Contains("algorithm", StringComparison.Ordinal)) await work.InitializeAsync("sha256", cancellationToken);
        else _economy++;
        for (; _economy < Economies.Length; _economy++)
        {
            result = await TryFetchAsync(cancellationToken);
            if (result.Succeeded) return await ReadAsync(cancellationToken);
        }

        _economy = 0;
        throw GitOpsFailure.Unreachable(work.Remote, result);
    }

    private Task<GitResult> TryFetchAsync(CancellationToken cancellationToken) => work.RunAsync(
        ["fetch", "--quiet", .. Economies[_economy], "--no-tags", "--no-recurse-submodules", "origin", $"+{_ref}:{WorkRepository.TipRef}"],
        default,
        cancellationToken);

    // git notes the hash first on the first line, which saves a process for asking.
    private async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var line = await File.ReadAllTextAsync(work.FetchHead, cancellationToken);
        return line.Split('\t', 2)[0];
    }
}
