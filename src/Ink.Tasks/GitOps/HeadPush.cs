using Ink.Tasks.Errors;
using Ink.Tasks.GitOps.Objects;
using Ink.Tasks.GitOps.Planning;
using Ink.Tasks.GitOps.Work;

namespace Ink.Tasks.GitOps;

/// <summary>Puts a commit on a branch of Ink's own.</summary>
internal sealed class HeadPush(WorkRepository work, PushHead head)
{
    private readonly string _ref = BranchName.ToRef(head.Branch);

    /// <summary>The commit that is on the branch afterwards: the one there already where it says the same on the same tip.</summary>
    /// <exception cref="InkException">INK4003: the server refuses.</exception>
    public async Task<string> PushAsync(string tip, string commit, ChangePlan plan, CancellationToken cancellationToken)
    {
        var listing = await work.RunOutsideAsync(["ls-remote", "--quiet", "origin", _ref], cancellationToken);
        if (!listing.Succeeded) throw GitOpsFailure.Unreachable(work.Remote, listing);
        if (listing.Text.Split('\t', 2) is [var before, _] && await SaysTheSameAsync(before, commit, cancellationToken)) return before;

        var failed = await PushAttempt.PushAsync(work, tip, commit, plan, $"+{commit}:{_ref}", head.PushOptions, cancellationToken);
        // Not every server takes options, and one that does not takes nothing at all.
        if (failed is not null && head.PushOptions.Count > 0)
            failed = await PushAttempt.PushAsync(work, tip, commit, plan, $"+{commit}:{_ref}", [], cancellationToken);
        return failed is null ? commit : throw GitOpsFailure.Refused(work.Remote, head.Branch, failed.Words);
    }

    private async Task<bool> SaysTheSameAsync(string before, string commit, CancellationToken cancellationToken)
    {
        if (!(await work.ReadAsync([before], cancellationToken)).ContainsKey(before)) await work.FetchObjectsAsync([], [before], cancellationToken);
        var commits = await work.ReadAsync([before, commit], cancellationToken);
        return commits.Count == 2 && Says(commits[before]).SequenceEqual(Says(commits[commit]));

        static IEnumerable<string> Says(GitObject commit) => TreeObject.Header(commit.Content, "tree").Concat(TreeObject.Header(commit.Content, "parent"));
    }
}
