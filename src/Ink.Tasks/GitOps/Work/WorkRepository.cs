using System.Text;
using Ink.Tasks.Git;
using Ink.Tasks.GitOps.Objects;

namespace Ink.Tasks.GitOps.Work;

/// <summary>
/// A bare repository without a working tree, in which tips are read and commits are made. Nothing in it is relied on: what is there already is
/// spared a fetch, and what is not is fetched.
/// </summary>
internal sealed class WorkRepository : IDisposable
{
    /// <summary>The ref that a fetched tip is kept under.</summary>
    public const string TipRef = "refs/ink/tip";

    /// <summary>The ref that a new commit is kept under.</summary>
    public const string NewRef = "refs/ink/new";

    private readonly GitClient _git;
    private readonly string _folder;
    private readonly IDisposable? _hold;
    private readonly Dictionary<string, string?> _environment;
    private readonly Dictionary<string, string?> _offline;
    private ObjectReader? _objects;
    private string _objectFormat;

    /// <summary>Opens the repository in a folder, or makes one there.</summary>
    /// <param name="git">Runs git.</param>
    /// <param name="remote">Where commits go.</param>
    /// <param name="settings">The user's own settings that matter here.</param>
    /// <param name="folder">The folder, this object's alone.</param>
    /// <param name="hold">Disposed with this: the folder, where it is to go.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public WorkRepository(GitClient git, RemoteUrl remote, WorkSettings settings, string folder, IDisposable? hold = null)
    {
        (_git, Remote, _folder, _hold) = (git, remote, folder, hold);
        _environment = RemoteConfiguration.For(remote, WorkSettings.Fixed(Path.Combine(folder, "hooks")).Concat(settings.Passed), settings.SshCommand);
        // Named rather than found: "safe.bareRepository" may forbid finding it.
        _environment["GIT_DIR"] = GitDirectory;
        // The folder above the one that git runs in: a repository around the user's cache is none of ours.
        _environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(folder);
        _offline = new Dictionary<string, string?>(_environment) { ["INK_GIT_USER"] = null, ["INK_GIT_PASSWORD"] = null };
        _objectFormat = WorkLayout.ReadObjectFormat(GitDirectory);
        if (WorkLayout.IsUsable(GitDirectory)) WorkLayout.WriteConfig(GitDirectory, _objectFormat);
        else StartOver("sha1");
    }

    /// <summary>Where commits go.</summary>
    public RemoteUrl Remote { get; }

    /// <summary>Which way of fetching is used; see <see cref="BranchTip"/>.</summary>
    public int Way { get; set; }

    /// <summary>Whether it was empty when it was opened, so that nothing old can be wrong with it.</summary>
    public bool IsFresh { get; private set; }

    /// <summary>Whether names of objects are of the newer hash function.</summary>
    public bool IsSha256 => _objectFormat == "sha256";

    /// <summary>The file in which git-fetch(1) notes what it fetched.</summary>
    public string FetchHead => Path.Combine(GitDirectory, "FETCH_HEAD");

    private string GitDirectory => Path.Combine(_folder, "work.git");

    /// <summary>Empties it, for another hash function (gitformat-hash-function-transition(5)) or another way of fetching.</summary>
    public void StartOver(string? objectFormat = null)
    {
        _objects?.Dispose();
        _objects = null;
        _objectFormat = objectFormat ?? _objectFormat;
        WorkLayout.Make(GitDirectory, _objectFormat);
        IsFresh = true;
    }

    /// <summary>Runs git in the repository.</summary>
    public Task<GitResult> RunAsync(IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken) =>
        _git.RunAsync(new GitCall(_folder, arguments) { Environment = _environment, Input = input }, cancellationToken);

    /// <summary>The same, with variables of this run's own.</summary>
    public Task<GitResult> RunAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> variables, ReadOnlyMemory<byte> input, CancellationToken cancellationToken) =>
        _git.RunAsync(new GitCall(_folder, arguments) { Environment = _offline.Where(pair => !variables.ContainsKey(pair.Key)).Concat(variables).ToDictionary(), Input = input }, cancellationToken);

    /// <summary>Runs git beside the repository, not in it: for questions to the remote that do not depend on the hash function.</summary>
    public Task<GitResult> RunOutsideAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string?>(_environment) { ["GIT_DIR"] = null };
        return _git.RunAsync(new GitCall(_folder, arguments) { Environment = environment }, cancellationToken);
    }

    /// <summary>Runs git-fetch(1), and keeps it from noting anything.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="mentionsKnown">Whether the server is told what is here already.</param>
    /// <param name="input">What git reads.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<GitResult> FetchAsync(IReadOnlyCollection<string> arguments, bool mentionsKnown, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        if (!mentionsKnown && arguments.Any(argument => argument.StartsWith("--depth", StringComparison.Ordinal))) WorkLayout.ForgetTips(GitDirectory);
        string[] silence = mentionsKnown ? [] : ["-c", "fetch.negotiationAlgorithm=noop"];
        var result = await RunAsync([.. silence, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", .. arguments], input, cancellationToken);
        WorkLayout.WriteConfig(GitDirectory, _objectFormat);
        return result;
    }

    /// <summary>Fetches objects by their names: some with all that is below them and its contents, others alone.</summary>
    /// <exception cref="WorkFault">The server is there and does not send them.</exception>
    public async Task FetchObjectsAsync(IReadOnlyCollection<string> whole, IReadOnlyCollection<string> alone, CancellationToken cancellationToken)
    {
        var results = await Task.WhenAll(FetchNamedAsync(whole, "--no-filter", cancellationToken), FetchNamedAsync(alone, "--filter=tree:0", cancellationToken));
        if (Array.Find(results, result => !result.Succeeded) is not { } failed) return;
        var listing = await RunOutsideAsync(["ls-remote", "--quiet", "origin", "HEAD"], cancellationToken);
        throw listing.Succeeded ? new WorkFault(failed.Words) { WantsOtherWay = true } : GitOpsFailure.Unreachable(Remote, listing);
    }

    private async Task<GitResult> FetchNamedAsync(IReadOnlyCollection<string> names, string filter, CancellationToken cancellationToken)
    {
        if (names.Count == 0) return new GitResult(0, [], "");
        var list = Encoding.ASCII.GetBytes(string.Concat(names.Distinct(StringComparer.Ordinal).Select(name => $"{name}\n")));
        var result = await FetchOnceAsync();
        // Once more: reading is safe to repeat, and a connection may break.
        return result.Succeeded ? result : await FetchOnceAsync();

        Task<GitResult> FetchOnceAsync() => FetchAsync(["--no-write-fetch-head", filter, "--stdin", "origin"], mentionsKnown: false, list, cancellationToken);
    }

    /// <summary>Reads objects; those that are not here are left out.</summary>
    public Task<IReadOnlyDictionary<string, GitObject>> ReadAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        _objects ??= new ObjectReader(() => _git.Converse(new GitCall(_folder, "cat-file", "--batch") { Environment = _offline }));
        return _objects.ReadAsync(names, cancellationToken);
    }

    /// <summary>Reads the contents of files, fetching those that are not here.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> ReadBlobsAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var present = await ReadAsync(names, cancellationToken);
        var missing = names.Where(name => !present.ContainsKey(name)).ToList();
        if (missing.Count > 0)
        {
            await FetchObjectsAsync([], missing, cancellationToken);
            present = await ReadAsync(names, cancellationToken);
            if (names.FirstOrDefault(name => !present.ContainsKey(name)) is { } lost)
                throw new WorkFault($"the object {lost} is missing, and the server did not send it");
        }

        return present.ToDictionary(pair => pair.Key, pair => pair.Value.Content);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _objects?.Dispose();
        _hold?.Dispose();
    }
}
