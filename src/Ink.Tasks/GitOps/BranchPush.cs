using System.Text;
using Ink.Tasks.Errors;
using Ink.Tasks.Git;
using Ink.Tasks.GitOps.Objects;
using Ink.Tasks.GitOps.Work;

namespace Ink.Tasks.GitOps;

/// <summary>One push, attempt by attempt. What became of the last one is found by asking for the tip again, never by what the server said.</summary>
internal sealed class BranchPush(GitOpsTarget target, RemoteUrl remote, BranchTip branch, string branchRef, GitOpsOptions options, FullChange change)
{
    // On a tip that stands still: how often a push that met a lock, or broke off, is repeated before that counts as a refusal.
    private const int PatienceWithLocks = 6;
    private const int PatienceWithBreaks = 2;

    private PushAttempt? _last;
    private int _attempts;
    private int _stoodStill;

    /// <summary>Reads the tip, plans, commits and pushes. Null where that has to be done again.</summary>
    /// <exception cref="InkException">INK4003: out of reach or refused.</exception>
    /// <exception cref="WorkFault">It has to be done in another repository.</exception>
    public async Task<GitOpsResult?> AttemptAsync(WorkRepository work, CancellationToken cancellationToken)
    {
        _attempts++;
        var tip = await branch.FetchAsync(work, cancellationToken);
        if (_last is not null)
        {
            // The answer to the last push may be all that was lost.
            if (tip == _last.Commit) return Landed(_last.Plan, _last.Commit, _last.Tip);
            _stoodStill = tip == _last.Tip ? _stoodStill + 1 : 0;
            if (_stoodStill > Patience(_last)) Stop(work, _last);
        }

        var plan = await PlanAsync(work, tip, cancellationToken);
        if (!plan.HasChanges) return Landed(plan, commit: null, tip);
        var commit = await CommitWriter.WriteAsync(work, tip, plan, change.Change, cancellationToken);
        if (options.BeforePush is { } hook) await hook(commit, cancellationToken);
        _last = await PushAttempt.PushAsync(work, tip, commit, plan, branchRef, cancellationToken);
        return _last is null ? Landed(plan, commit, tip) : null;
    }

    /// <summary>INK4004.</summary>
    public InkException Moving() => new(
        ErrorCodes.GitOpsMoving,
        $"The branch '{target.Branch}' of the GitOps repository '{remote.Address}' was moved by others during each of {_attempts} attempts. "
        + $"Nothing was changed; deploy again, or give it longer with InkGitOpsRetries and InkGitOpsTimeout. The server said last: {_last?.Words}");

    private static int Patience(PushAttempt last) => !last.HasVerdict ? PatienceWithBreaks : last.MayBeLocked ? PatienceWithLocks : 0;

    // Without a verdict it may be what we pushed from that is damaged.
    private void Stop(WorkRepository work, PushAttempt last)
    {
        if (last.HasVerdict || work.IsFresh) throw GitOpsFailure.Refused(remote, target.Branch, last.Words);
        _stoodStill = 0;
        throw new WorkFault(last.Words);
    }

    private async Task<ChangePlan> PlanAsync(WorkRepository work, string? tip, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, TreeFile> present = new Dictionary<string, TreeFile>();
        if (tip is not null)
        {
            // Files inside the folders are found with them.
            var outside = change.Files.Keys.Where(path => !change.Folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)));
            var patterns = change.Folders.Select(folder => new PathPattern(folder, Near: 1)).Concat(outside.Select(path => new PathPattern(path)));
            present = await new TreeWalk(work).FindAsync(tip, patterns, cancellationToken);
        }

        return await ChangePlan.MakeAsync(
            change.Folders,
            change.Files,
            present,
            tip?.Length ?? 40,
            async file => Encoding.UTF8.GetString((await work.ReadBlobsAsync([file.Hash], cancellationToken))[file.Hash]));
    }

    private GitOpsResult Landed(ChangePlan plan, string? commit, string? tip) => new(
        commit,
        commit ?? tip ?? "",
        [.. plan.Writes.Select(write => write.Key)],
        plan.Deletes,
        plan.Foreign,
        plan.Warnings,
        CreatedBranch: commit is not null && tip is null,
        _attempts);
}
