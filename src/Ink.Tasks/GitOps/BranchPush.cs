using System.Text;
using Ink.Tasks.Errors;
using Ink.Tasks.Git;
using Ink.Tasks.GitOps.Objects;
using Ink.Tasks.GitOps.Planning;
using Ink.Tasks.GitOps.Work;

namespace Ink.Tasks.GitOps;

/// <summary>One push, attempt by attempt. What became of the last one is found by asking for the tip again, never by what the server said.</summary>
internal sealed class BranchPush(GitOpsTarget target, RemoteUrl remote, BranchTip branch, string branchRef, GitOpsOptions options, FullChange change, PushHead? head)
{
    // On a tip that stands still: how often a push that met a lock, or broke off, is repeated before that counts as a refusal.
    private const int PatienceWithLocks = 6;
    private const int PatienceWithBreaks = 2;

    private PushAttempt? _last;
    private IReadOnlyList<GitOpsWarning> _order = [];
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
            if (tip == _last.Commit) return await LandedAsync(work, _last.Plan, _last.Commit, _last.Tip, cancellationToken);
            _stoodStill = tip == _last.Tip ? _stoodStill + 1 : 0;
            if (_stoodStill > Patience(_last)) Stop(work, _last);
        }

        var plan = await PlanAsync(work, tip, cancellationToken);
        if (!plan.HasChanges) return await LandedAsync(work, plan, commit: null, tip, cancellationToken);
        var commit = await CommitWriter.WriteAsync(work, tip, plan, change.Change, cancellationToken);
        if (options.Sign) commit = await CommitSigner.SignAsync(work, commit, tip, change.Change, cancellationToken);
        if (options.BeforePush is { } hook) await hook(commit, cancellationToken);
        if (head is not null)
        {
            if (tip is null) throw GitOpsFailure.NoBranch(remote, target.Branch, []);
            commit = await new HeadPush(work, head).PushAsync(tip, commit, plan, cancellationToken);
            return (await LandedAsync(work, plan, commit, tip, cancellationToken)) with { Branch = head.Branch };
        }

        _last = await PushAttempt.PushAsync(work, tip, commit, plan, branchRef, cancellationToken);
        return _last is null ? await LandedAsync(work, plan, commit, tip, cancellationToken) : null;
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
            var outside = change.Files.Keys.Where(path => !change.Folders.Any(folder => path.StartsWith(folder.Path + "/", StringComparison.Ordinal)));
            var patterns = change.Folders.Select(folder => new PathPattern(folder.Path, Near: 1)).Concat(outside.Select(path => new PathPattern(path)));
            present = await new TreeWalk(work).FindAsync(tip, patterns, cancellationToken);
        }

        var deployed = await ReadDeployedAsync(work, present, cancellationToken);
        _order = [.. (await Task.WhenAll(deployed.Select(folder => JudgeAsync(folder.Key, folder.Value, cancellationToken)))).OfType<GitOpsWarning>()];
        var contents = await ContentNames.ReadAsync(work, deployed, change.Files, present, cancellationToken);
        return ChangePlan.Make(deployed, change.Files, present, contents, tip?.Length ?? BlobHash.Sha1Digits);
    }

    private async Task<IReadOnlyDictionary<FullFolder, ReleaseFiles?>> ReadDeployedAsync(
        WorkRepository work, IReadOnlyDictionary<string, TreeFile> present, CancellationToken cancellationToken)
    {
        var lists = change.Folders.ToDictionary(folder => folder, folder => present.GetValueOrDefault($"{folder.Path}/{ReleaseFiles.Path}"));
        var texts = await work.ReadBlobsAsync([.. lists.Values.OfType<TreeFile>().Select(file => file.Hash)], cancellationToken);
        return lists.ToDictionary(pair => pair.Key, pair => pair.Value is { } file ? ReleaseFiles.Parse(Encoding.UTF8.GetString(texts[file.Hash])) : ReleaseFiles.None);
    }

    private static async Task<GitOpsWarning?> JudgeAsync(FullFolder folder, ReleaseFiles? deployed, CancellationToken cancellationToken) =>
        folder.Order is { } order && deployed is { Commit.Length: > 0 } ? await order.JudgeAsync(deployed.Commit, deployed.CommitTime, cancellationToken) : null;

    private async Task<GitOpsResult> LandedAsync(WorkRepository work, ChangePlan plan, string? commit, string? tip, CancellationToken cancellationToken) => new(
        commit,
        commit ?? tip ?? "",
        [.. plan.Writes.Select(write => write.Key)],
        plan.Deletes,
        plan.Foreign,
        [.. _order, .. plan.Warnings, .. tip is null ? [] : await Drift.DescribeAsync(work, branchRef, tip, plan.Drifted, cancellationToken)],
        CreatedBranch: commit is not null && tip is null,
        _attempts);
}
