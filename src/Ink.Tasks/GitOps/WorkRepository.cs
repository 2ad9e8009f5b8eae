using Ink.Tasks.Errors;
using Ink.Tasks.Git;

namespace Ink.Tasks.GitOps;

/// <summary>
/// A bare repository without a working tree, in which one tip is read and one commit is made. It is temporary: made
/// empty, gone on disposal. A kept one per address could take its place without its users noticing, as they name refs
/// and objects only and never rely on what is in it already.
/// </summary>
internal sealed class WorkRepository : IDisposable
{
    /// <summary>The ref that a fetched tip is kept under.</summary>
    public const string TipRef = "refs/ink/tip";

    /// <summary>The ref that a new commit is kept under.</summary>
    public const string NewRef = "refs/ink/new";

    private readonly TemporaryFolder _folder = new();
    private readonly GitClient _git;
    private readonly Dictionary<string, string?> _environment;

    private WorkRepository(GitClient git, RemoteUrl remote, string? sshCommand)
    {
        _git = git;
        Remote = remote;
        _environment = RemoteConfiguration.For(remote, Settings(Path.Combine(_folder.Path, "hooks")), sshCommand);
        // Named rather than found: "safe.bareRepository" may forbid finding it.
        _environment["GIT_DIR"] = GitDirectory;
        _environment["GIT_CEILING_DIRECTORIES"] = _folder.Path;
    }

    /// <summary>Where commits go.</summary>
    public RemoteUrl Remote { get; }

    private string GitDirectory => Path.Combine(_folder.Path, "work.git");

    /// <summary>The file in which git-fetch(1) notes what it fetched.</summary>
    public string FetchHead => Path.Combine(GitDirectory, "FETCH_HEAD");

    /// <summary>Makes an empty one.</summary>
    public static async Task<WorkRepository> CreateAsync(
        GitClient git, RemoteUrl remote, string? sshCommand, CancellationToken cancellationToken)
    {
        var work = new WorkRepository(git, remote, sshCommand);
        try
        {
            await work.InitializeAsync("sha1", cancellationToken);
            return work;
        }
        catch
        {
            work.Dispose();
            throw;
        }
    }

    /// <summary>Stands for one that is not made: enough for what runs outside of it, and a process less.</summary>
    public static WorkRepository Unmade(GitClient git, RemoteUrl remote, string? sshCommand) => new(git, remote, sshCommand);

    /// <summary>Starts over with another hash function (gitformat-hash-function-transition(5)).</summary>
    public async Task InitializeAsync(string objectFormat, CancellationToken cancellationToken)
    {
        if (Directory.Exists(GitDirectory)) Directory.Delete(GitDirectory, recursive: true);
        // Without the template there are no sample hooks to copy, and none of the user's to be surprised by.
        var result = await RunAsync(["init", "--quiet", "--bare", "--template=", $"--object-format={objectFormat}", GitDirectory], default, cancellationToken);
        if (!result.Succeeded)
            throw new InkException(ErrorCodes.GitOps, $"git could not make a temporary repository in '{_folder.Path}': {result.Words}. Is the disk full?");
    }

    /// <summary>Runs git in the repository.</summary>
    public Task<GitResult> RunAsync(IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken) =>
        _git.RunAsync(new GitCall(_folder.Path, arguments) { Environment = _environment, Input = input }, cancellationToken);

    /// <summary>Runs git beside the repository, not in it: for questions to the remote that do not depend on the hash function.</summary>
    public Task<GitResult> RunOutsideAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string?>(_environment) { ["GIT_DIR"] = null };
        return _git.RunAsync(new GitCall(_folder.Path, arguments) { Environment = environment }, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Dispose();

    private static KeyValuePair<string, string>[] Settings(string hooks) =>
    [
        new("core.quotepath", "off"),
        // The user's own hooks (a pre-push that runs tests) are about the user's repositories, not about this one.
        new("core.hooksPath", hooks),
        // No housekeeping in the background of a folder that is about to go.
        new("gc.auto", "0"),
        new("maintenance.auto", "false"),
        new("fetch.writeCommitGraph", "false"),
        // What is written here is either pushed or worthless, so waiting for the disk protects nothing.
        new("core.fsync", "none"),
        new("fastimport.unpackLimit", "0"),
        new("protocol.ext.allow", "never"),
    ];
}
