using System.Text;
using Ink.Tasks.Errors;
using Ink.Tasks.Git;

namespace Ink.Tasks.GitOps;

/// <summary>
/// The GitOps repository as one ref that is compared and swapped: the tip is fetched, the trees along the touched paths
/// are rewritten, and the commit is pushed. Where the tip has moved meanwhile, all of it is redone on the new tip. There
/// is no checkout, and the cost grows with the depth of the paths, not with the size of the repository.
/// One call at a time.
/// </summary>
internal sealed class GitOpsRepository : IDisposable
{
    // On a tip that stands still: how often a push that met a lock is repeated before the lock counts as a refusal.
    private const int PatienceWithLocks = 6;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly GitOpsTarget _target;
    private readonly GitOpsOptions _options;
    private readonly string _directory;
    private readonly string _branchRef;
    private readonly RemoteUrl _remote;
    private readonly GitClient _git;
    private GitSettings? _settings;
    private WorkRepository? _work;
    private BranchTip? _branch;

    /// <summary>Checks the target; the network is not touched.</summary>
    /// <param name="target">Where to commit.</param>
    /// <param name="projectDirectory">What a relative address is relative to, and whose git configuration holds.</param>
    /// <param name="options">Budget and logging.</param>
    /// <exception cref="InkException">INK4003: the address, the branch or the base path cannot be right.</exception>
    public GitOpsRepository(GitOpsTarget target, string projectDirectory, GitOpsOptions? options = null)
    {
        _target = target;
        _options = options ?? new GitOpsOptions();
        _directory = Path.GetFullPath(projectDirectory);
        _branchRef = BranchName.ToRef(target.Branch);
        _remote = RemoteUrl.Parse(target.Url, _directory);
        _git = new GitClient(ErrorCodes.GitOps, _options.Log);
        if (target.BasePath.Trim('/') is { Length: > 0 } basePath) GitOpsPath.Check(basePath);
    }

    /// <summary>How many times git was run so far.</summary>
    public int GitRuns => _git.Runs;

    /// <summary>The address as messages may show it.</summary>
    public string Address => _remote.Address;

    /// <summary>Author and committer, as git would choose them in the project's folder.</summary>
    public async Task<CommitIdentity> ResolveIdentityAsync(CancellationToken cancellationToken) =>
        CommitIdentity.Resolve(await SettingsAsync(cancellationToken), System.Environment.GetEnvironmentVariable);

    /// <summary>The branch's tip, or null where the repository is empty.</summary>
    public async Task<string?> ReadTipAsync(CancellationToken cancellationToken) =>
        await (await OpenAsync(cancellationToken)).FetchAsync(cancellationToken);

    /// <summary>The branch's tip as the remote tells it, without fetching anything; null where it has no such branch, or does not answer.</summary>
    public async Task<string?> AskTipAsync(CancellationToken cancellationToken)
    {
        var settings = await SettingsAsync(cancellationToken);
        using var outside = WorkRepository.Unmade(_git, _remote, settings["core.sshcommand"]);
        var listing = await outside.RunOutsideAsync(["ls-remote", "--quiet", "origin", _branchRef], cancellationToken);
        return listing.Succeeded && listing.Text.Split('\t', 2) is [var tip, _] ? tip : null;
    }

    /// <summary>The text of a file at the branch's tip, or null where there is none.</summary>
    /// <param name="path">Relative to the target's base path.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<string?> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        var full = GitOpsPath.Join(_target.BasePath, path);
        if (await ReadTipAsync(cancellationToken) is not { } tip) return null;
        var files = await TreeListing.ReadAsync(_work!, tip, [full], cancellationToken);
        return files.TryGetValue(full, out var file) ? await ReadBlobAsync(file, cancellationToken) : null;
    }

    /// <summary>Path → text of the files at the branch's tip that hold a text.</summary>
    /// <param name="pattern">Their paths, relative to the target's base path; <c>*</c> stands for one segment.</param>
    /// <param name="text">The text, as it is.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<IReadOnlyDictionary<string, string>> SearchAsync(string pattern, string text, CancellationToken cancellationToken)
    {
        if (await ReadTipAsync(cancellationToken) is not { } tip) return new Dictionary<string, string>();
        var files = await TreeSearch.FindAsync(_work!, tip, GitOpsPath.Join(_target.BasePath, pattern), text, cancellationToken);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, file) in files) texts[path] = await ReadBlobAsync(file, cancellationToken);
        return texts;
    }

    /// <summary>Makes the branch say what the change says: one commit, or none where it does already.</summary>
    /// <exception cref="InkException">INK4003: out of reach or refused. INK4004: the branch kept moving. In both the repository is as it was.</exception>
    public async Task<GitOpsResult> PushAsync(GitOpsChange change, CancellationToken cancellationToken)
    {
        var folders = change.Folders.Select(folder => GitOpsPath.Join(_target.BasePath, folder.Path.TrimEnd('/'))).ToList();
        var files = change.Files.ToDictionary(file => GitOpsPath.Join(_target.BasePath, file.Key), file => Utf8.GetBytes(file.Value), StringComparer.Ordinal);

        PushAttempt? last = null;
        var attempts = 0;
        var lockedOut = 0;
        var result = await _options.Budget.RunAsync(AttemptAsync, _options.Clock, cancellationToken);
        return result ?? throw new InkException(
            ErrorCodes.GitOpsMoving,
            $"The branch '{_target.Branch}' of the GitOps repository '{_remote.Address}' was moved by others during each of {attempts} attempts. "
            + $"Nothing was changed; deploy again. The server said last: {last?.Words}");

        async Task<GitOpsResult?> AttemptAsync(CancellationToken token)
        {
            attempts++;
            var tip = await ReadTipAsync(token);
            if (last is not null)
            {
                // The answer to the last push may be all that was lost.
                if (tip == last.Commit) return Landed(last.Plan, last.Commit, last.Tip);
                lockedOut = tip == last.Tip ? lockedOut + 1 : 0;
                if (lockedOut > (last.MayBeLocked ? PatienceWithLocks : 0)) throw GitOpsFailure.Refused(_remote, _target.Branch, last.Words);
            }

            var plan = await PlanAsync(tip, folders, files, token);
            if (!plan.HasChanges) return Landed(plan, commit: null, tip);
            var commit = await CommitWriter.WriteAsync(_work!, tip, plan, change, token);
            if (_options.BeforePush is { } hook) await hook(commit, token);
            last = await PushAttempt.PushAsync(_work!, tip, commit, plan, _branchRef, token);
            return last is null ? Landed(plan, commit, tip) : null;
        }

        GitOpsResult Landed(ChangePlan plan, string? commit, string? tip) => new(
            commit,
            commit ?? tip ?? "",
            [.. plan.Writes.Select(write => write.Key)],
            plan.Deletes,
            plan.Foreign,
            plan.Warnings,
            CreatedBranch: commit is not null && tip is null,
            attempts);
    }

    /// <inheritdoc />
    public void Dispose() => _work?.Dispose();

    private async Task<ChangePlan> PlanAsync(
        string? tip, List<string> folders, Dictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, TreeFile> present = new Dictionary<string, TreeFile>();
        if (tip is not null)
        {
            // Files inside the folders are found with them.
            var outside = files.Keys.Where(path => !folders.Exists(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)));
            present = await TreeListing.ReadAsync(_work!, tip, [.. folders, .. outside], cancellationToken);
        }

        return await ChangePlan.MakeAsync(folders, files, present, tip?.Length ?? 40, file => ReadBlobAsync(file, cancellationToken));
    }

    private async Task<string> ReadBlobAsync(TreeFile file, CancellationToken cancellationToken)
    {
        var result = await _work!.RunAsync(["cat-file", "blob", file.Hash], default, cancellationToken);
        return result.Succeeded ? result.Text : throw GitOpsFailure.Unreachable(_remote, result);
    }

    private async Task<BranchTip> OpenAsync(CancellationToken cancellationToken)
    {
        if (_branch is not null) return _branch;
        var settings = await SettingsAsync(cancellationToken);
        _work = await WorkRepository.CreateAsync(_git, _remote, settings["core.sshcommand"], cancellationToken);
        return _branch = new BranchTip(_work, _target.Branch);
    }

    private async Task<GitSettings> SettingsAsync(CancellationToken cancellationToken) =>
        _settings ??= await GitSettings.ReadAsync(_git, _directory, cancellationToken);
}
