using System.Text;
using Ink.Tasks.Errors;
using Ink.Tasks.Git;
using Ink.Tasks.GitOps.Objects;
using Ink.Tasks.GitOps.Work;

namespace Ink.Tasks.GitOps;

/// <summary>
/// The GitOps repository as one ref that is compared and swapped: the tip is fetched, the trees along the touched paths
/// are rewritten, and the commit is pushed. Where the tip has moved meanwhile, all of it is redone on the new tip. There
/// is no checkout, and the cost grows with the depth of the paths, not with the size of the repository.
/// One call at a time.
/// </summary>
internal sealed class GitOpsRepository : IDisposable
{
    private readonly GitOpsTarget _target;
    private readonly GitOpsOptions _options;
    private readonly string _directory;
    private readonly string _branchRef;
    private readonly RemoteUrl _remote;
    private readonly GitClient _git;
    private readonly Workshop _workshop;
    private readonly BranchTip _branch;
    private Task<GitSettings>? _settings;

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
        _branch = new BranchTip(target.Branch);
        _remote = TokenCredential.Apply(RemoteUrl.Parse(target.Url, _directory), System.Environment.GetEnvironmentVariable);
        _git = new GitClient(ErrorCodes.GitOps, _options.Log);
        _workshop = new Workshop(_git, _remote, async () => WorkSettings.From(await SettingsAsync()), _options.Cache, _options.Tell);
        if (target.BasePath.Trim('/') is { Length: > 0 } basePath) GitOpsPath.Check(basePath);
    }

    /// <summary>How many times git was run so far.</summary>
    public int GitRuns => _git.Runs;

    /// <summary>The address as messages may show it.</summary>
    public string Address => _remote.Address;

    /// <summary>Author and committer: whom variables name, else as git chooses in the project's folder.</summary>
    public async Task<CommitIdentity> ResolveIdentityAsync(CancellationToken cancellationToken) =>
        CommitIdentity.Resolve(await SettingsAsync().WaitAsync(cancellationToken), System.Environment.GetEnvironmentVariable);

    /// <summary>The branch's tip, or null where the repository is empty.</summary>
    public Task<string?> ReadTipAsync(CancellationToken cancellationToken) =>
        _workshop.UseAsync(work => _branch.FetchAsync(work, cancellationToken), cancellationToken);

    /// <summary>The branch's tip as the remote tells it, without fetching anything; null where it has no such branch, or does not answer.</summary>
    public async Task<string?> AskTipAsync(CancellationToken cancellationToken)
    {
        var settings = WorkSettings.From(await SettingsAsync());
        using var outside = new TemporaryFolder();
        var environment = RemoteConfiguration.For(_remote, settings.Passed, settings.SshCommand);
        environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(outside.Path);
        var listing = await _git.RunAsync(new GitCall(outside.Path, "ls-remote", "--quiet", "origin", _branchRef) { Environment = environment }, cancellationToken);
        return listing.Succeeded && listing.Text.Split('\t', 2) is [var tip, _] ? tip : null;
    }

    /// <summary>The text of a file at the branch's tip, or null where there is none.</summary>
    /// <param name="path">Relative to the target's base path.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public Task<string?> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        var full = GitOpsPath.Join(_target.BasePath, path);
        // With the first two folders passed, what is left of an app is little, and is fetched at once.
        var near = Math.Max(0, path.Trim('/').Split('/').Length - 2);
        return _workshop.UseAsync(
            async work =>
            {
                if (await _branch.FetchAsync(work, cancellationToken) is not { } tip) return null;
                var files = await new TreeWalk(work).FindAsync(tip, [new PathPattern(full, near)], cancellationToken);
                return files.TryGetValue(full, out var file) ? Encoding.UTF8.GetString((await work.ReadBlobsAsync([file.Hash], cancellationToken))[file.Hash]) : null;
            },
            cancellationToken);
    }

    /// <summary>Path → text of the files at the branch's tip that hold a text.</summary>
    /// <param name="pattern">Their paths, relative to the target's base path; <c>*</c> stands for one segment.</param>
    /// <param name="text">The text, as it is.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public Task<IReadOnlyDictionary<string, string>> SearchAsync(string pattern, string text, CancellationToken cancellationToken) => _workshop.UseAsync(
        async work =>
        {
            var texts = new Dictionary<string, string>(StringComparer.Ordinal);
            if (await _branch.FetchAsync(work, cancellationToken) is not { } tip) return (IReadOnlyDictionary<string, string>)texts;
            var files = await new TreeWalk(work).FindAsync(tip, [new PathPattern(GitOpsPath.Join(_target.BasePath, pattern))], cancellationToken);
            var contents = await work.ReadBlobsAsync([.. files.Values.Select(file => file.Hash)], cancellationToken);
            foreach (var (path, file) in files)
            {
                var content = Encoding.UTF8.GetString(contents[file.Hash]);
                if (content.Contains(text, StringComparison.Ordinal)) texts[path] = content;
            }

            return texts;
        },
        cancellationToken);

    /// <summary>Makes the branch say what the change says: one commit, or none where it does already.</summary>
    /// <exception cref="InkException">INK4003: out of reach or refused. INK4004: the branch kept moving. In both the repository is as it was.</exception>
    public Task<GitOpsResult> PushAsync(GitOpsChange change, CancellationToken cancellationToken) => PushAsync(change, head: null, cancellationToken);

    /// <summary>The same, or with a branch of its own that says it instead, for a pull request.</summary>
    public async Task<GitOpsResult> PushAsync(GitOpsChange change, PushHead? head, CancellationToken cancellationToken)
    {
        var push = new BranchPush(_target, _remote, _branch, _branchRef, _options, FullChange.Of(change, _target.BasePath), head);
        var result = await _options.Budget.RunAsync(
            token => _workshop.UseAsync(work => push.AttemptAsync(work, token), token), _options.Clock, cancellationToken);
        return result ?? throw push.Moving();
    }

    /// <inheritdoc />
    public void Dispose() => _workshop.Dispose();

    private Task<GitSettings> SettingsAsync() => _settings ??= GitSettings.ReadAsync(_git, _directory, CancellationToken.None);
}
