using System.Globalization;
using System.Text;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>A bare repository, as a GitOps repository is on its server, and what is in it, asked of git itself.</summary>
internal sealed class GitRepository
{
    private readonly Shell _git;

    private GitRepository(string path, Shell git)
    {
        Path = path;
        _git = git;
    }

    public string Path { get; }

    /// <summary>For clients on this machine.</summary>
    public string Url => new Uri(Path).AbsoluteUri;

    /// <summary>Makes an empty one: no branch, no commit.</summary>
    public static async Task<GitRepository> Create(Shell shell, string path)
    {
        (await shell.Run("git", "init", "--quiet", "--bare", "--initial-branch=main", path)).Succeeded();
        var repository = new GitRepository(path, shell.In(path));
        await repository.Git("config", "uploadpack.allowFilter", "true");
        await repository.Git("config", "uploadpack.allowAnySHA1InWant", "true");
        await repository.Git("config", "http.receivepack", "true");
        return repository;
    }

    /// <summary>One that a command under test made, or is to have made.</summary>
    public static GitRepository Open(Shell shell, string path) => new(path, shell.In(path));

    /// <summary>Adds one commit with these files to a branch, making the branch where there is none; gives its hash.</summary>
    public async Task<string> Commit(IReadOnlyDictionary<string, string> files, string branch = "main", string message = "Somebody else's change")
    {
        var parent = await Head(branch);
        var stream = new StringBuilder();
        stream.Append(CultureInfo.InvariantCulture, $"commit refs/heads/{branch}\n");
        stream.Append("committer Somebody Else <somebody@example.org> now\n");
        AppendData(stream, message);
        if (parent is not null)
            stream.Append(CultureInfo.InvariantCulture, $"from {parent}\n");
        foreach (var (path, content) in files)
        {
            stream.Append(CultureInfo.InvariantCulture, $"M 100644 inline {path}\n");
            AppendData(stream, content);
        }

        (await _git.Run("git", ["fast-import", "--quiet", "--date-format=now"], stream.ToString())).Succeeded();
        return (await Head(branch))!;
    }

    /// <summary>The commit a branch points at; null where there is no such branch.</summary>
    public async Task<string?> Head(string branch = "main")
    {
        var result = await _git.Run("git", "rev-parse", "--verify", "--quiet", $"refs/heads/{branch}^{{commit}}");
        return result.ExitCode == 0 ? result.Output.Trim() : null;
    }

    public async Task<int> CountCommits(string branch = "main") =>
        await Head(branch) is null
            ? 0
            : int.Parse((await Git("rev-list", "--count", branch)).Output, CultureInfo.InvariantCulture);

    public async Task<IReadOnlyList<string>> Branches() =>
        (await Git("for-each-ref", "--format=%(refname:short)", "refs/heads")).Lines;

    /// <summary>Paths of all files below a folder (of all, for an empty one), sorted.</summary>
    public async Task<IReadOnlyList<string>> Files(string under = "", string reference = "main") =>
        [.. (await Git("ls-tree", "-r", "-z", "--name-only", reference, "--", under.Length == 0 ? "." : under))
            .Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    public async Task<string> Read(string path, string reference = "main") =>
        (await Git("show", $"{reference}:{path}")).Output;

    /// <summary>Subjects, newest first.</summary>
    public async Task<IReadOnlyList<string>> Log(string branch = "main") => (await Git("log", "--format=%s", branch)).Lines;

    public async Task<string> Message(string reference = "main") => (await Git("log", "-1", "--format=%B", reference)).Output.Trim();

    /// <summary>Trailers of one commit, by key.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Trailers(string reference = "main") =>
        (await Git("log", "-1", "--format=%(trailers:only,unfold)", reference)).Lines
            .Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1]);

    /// <summary>Paths that one commit added, changed or deleted.</summary>
    public async Task<IReadOnlyList<string>> Changed(string reference = "main") =>
        (await Git("show", "--format=", "--name-only", "--root", reference)).Lines;

    /// <summary>Writes the files of a branch into a folder, for tools that want them on disk.</summary>
    public async Task Export(string folder, string reference = "main")
    {
        Directory.CreateDirectory(folder);
        await Git($"--work-tree={folder}", "checkout", "--force", "--quiet", reference, "--", ".");
    }

    /// <summary>A server-side hook (<c>pre-receive</c>, <c>update</c>): refuses a push, or moves a branch under it.</summary>
    public void Hook(string name, string script)
    {
        var hook = System.IO.Path.Combine(Path, "hooks", name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(hook)!);
        File.WriteAllText(hook, script.ReplaceLineEndings("\n"));
        File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<CommandResult> Git(params string[] arguments) => (await _git.Run("git", arguments)).Succeeded();

    // fast-import counts bytes.
    private static void AppendData(StringBuilder stream, string text) =>
        stream.Append(CultureInfo.InvariantCulture, $"data {Encoding.UTF8.GetByteCount(text)}\n{text}\n");
}
