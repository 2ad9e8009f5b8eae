using Ink.Tasks.Git;
using Ink.Tasks.GitOps.Planning;
using Ink.Tasks.GitOps.Work;

namespace Ink.Tasks.GitOps;

/// <summary>A push that failed, and what it was made on.</summary>
/// <param name="Tip">The tip it meant to replace.</param>
/// <param name="Commit">What it meant to put there.</param>
/// <param name="Words">What the server said.</param>
/// <param name="Plan">What the commit held.</param>
/// <param name="HasVerdict">Whether the server has said what it thinks of the commit: a push that broke off says nothing.</param>
internal sealed record PushAttempt(string? Tip, string Commit, string Words, ChangePlan Plan, bool HasVerdict)
{
    /// <summary>
    /// Whether the words smell of another push that holds the lock at this moment. Such a one has not moved the tip yet,
    /// so the tip alone would say "refused". Used for patience only: what has happened is decided by the tip.
    /// </summary>
    public bool MayBeLocked =>
        Words.Contains("lock", StringComparison.OrdinalIgnoreCase)
        || Words.Contains("failed to update ref", StringComparison.OrdinalIgnoreCase)
        || Words.Contains("incorrect old value", StringComparison.OrdinalIgnoreCase);

    /// <summary>Pushes one commit to one branch, never by force. Null on success.</summary>
    public static Task<PushAttempt?> PushAsync(WorkRepository work, string? tip, string commit, ChangePlan plan, string branchRef, CancellationToken cancellationToken) =>
        PushAsync(work, tip, commit, plan, $"{commit}:{branchRef}", [], cancellationToken);

    /// <summary>The same by refspec, with push options.</summary>
    public static async Task<PushAttempt?> PushAsync(
        WorkRepository work, string? tip, string commit, ChangePlan plan, string refspec, IReadOnlyList<string> options, CancellationToken cancellationToken)
    {
        // --no-thin: a thin pack is made against old contents, and git would fetch them first, a round trip for nothing.
        var result = await work.RunAsync(
            ["push", "--porcelain", "--no-thin", "--no-verify", "--no-signed", "--no-follow-tags", "--recurse-submodules=no", .. options.Select(option => $"--push-option={option}"), "origin", refspec],
            default,
            cancellationToken);
        return result.Succeeded ? null : new PushAttempt(tip, commit, Said(result), plan, Verdicts(result).Any(verdict => !verdict.Contains("[remote failure]", StringComparison.Ordinal)));
    }

    private static string Said(GitResult result) => Errors.Masking.Mask(string.Join(" | ", [.. Verdicts(result), result.Words]));

    // The server's verdict is on standard output ("!<TAB>from:to<TAB>[rejected] (why)"), what hooks print on standard error.
    private static IEnumerable<string> Verdicts(GitResult result) =>
        result.Text.Split('\n').Where(line => line.StartsWith('!')).Select(line => line.Split('\t')[^1].Trim());
}
