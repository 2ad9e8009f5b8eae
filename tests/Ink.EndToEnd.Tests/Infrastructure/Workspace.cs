namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>
/// A user's working tree in a temporary folder: sees the packed Ink.Sdk beside the user's own package sources, and nothing
/// of this repository.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private static readonly string[] Identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];

    private readonly TemporaryFolder _root = new("workspace");
    private readonly Dictionary<string, string?> _environment;
    private readonly Shell _shell;

    /// <param name="transcript">Gets every command.</param>
    /// <param name="feed">The package source that holds Ink.Sdk; null for a project that does without.</param>
    /// <param name="name">The folder's name, which is also what <c>dotnet</c> calls a project without one.</param>
    /// <param name="odd">Whether the path has a space and letters beyond ASCII.</param>
    public Workspace(Transcript transcript, string? feed, string name = "shop", bool odd = false)
    {
        _environment = CommandEnvironment.Create(_root.Path);
        Folder = odd ? _root.Combine("Ink é ø", name) : _root.Combine(name);
        Directory.CreateDirectory(Folder);
        var source = feed is null ? "" : $"""<add key="ink-under-test" value="{feed}" />""";
        File.WriteAllText(
            _root.Combine("nuget.config"), $"<configuration>\n  <packageSources>\n    {source}\n  </packageSources>\n</configuration>\n");
        // Stops the search for files of this kind that somebody left in the temporary folder.
        File.WriteAllText(_root.Combine("Directory.Build.props"), "<Project />\n");
        File.WriteAllText(_root.Combine("Directory.Build.targets"), "<Project />\n");
        File.WriteAllText(_root.Combine("Directory.Packages.props"), "<Project />\n");
        Write(".gitignore", "bin/\nobj/\nartifacts/\n");
        _shell = new Shell(transcript, Folder, _environment);
    }

    /// <summary>The top of the working tree.</summary>
    public string Folder { get; }

    /// <summary>A folder beside the working tree, for what is not part of it; gone with it.</summary>
    public string Beside(params string[] parts) => _root.Combine(parts);

    public Shell Shell => _shell;

    /// <summary>Passed as <c>-p:</c> to every <see cref="Publish"/>.</summary>
    public Dictionary<string, string> Properties { get; } = [];

    /// <summary>Of every command that runs from now on; null takes a variable away.</summary>
    public IDictionary<string, string?> Environment => _environment;

    public string PathOf(string relative) => Path.Combine(Folder, relative);

    public Workspace Write(string relative, string content)
    {
        var file = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return this;
    }

    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Paths of all files below a folder, relative to it, sorted; none where there is no such folder.</summary>
    public IReadOnlyList<string> Files(string relative) => Directory.Exists(PathOf(relative))
        ? [.. Directory.EnumerateFiles(PathOf(relative), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(PathOf(relative), file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Uses this registry: allowed without TLS, with its base image, and with credentials where it wants any.</summary>
    public Workspace UseRegistry(RegistryServer registry, Credentials? credentials = null)
    {
        _environment["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = registry.Host;
        Properties["InkRegistry"] = registry.Host;
        Properties["ContainerBaseImage"] = registry.BaseImage;
        if (credentials is not null)
            File.WriteAllText(_root.Combine("docker", "config.json"), DockerConfiguration.For(registry.Host, credentials));
        return this;
    }

    /// <summary>A new bare GitOps repository beside the tree, and the property that names it.</summary>
    public async Task<GitRepository> UseGitOps(string name = "gitops.git")
    {
        var repository = await GitRepository.Create(_shell, Beside(name));
        Properties["InkGitOpsUrl"] = repository.Url;
        return repository;
    }

    /// <summary>Commits the whole tree, making it a repository first where it is none; gives the full hash.</summary>
    public async Task<string> Commit(string message = "Work")
    {
        if (!Directory.Exists(PathOf(".git")))
            await Git("init", "--quiet");
        await Git("add", "--all");
        await Git([.. Identity, "commit", "--quiet", "--allow-empty", "--no-gpg-sign", "--message", message]);
        return (await Git("rev-parse", "HEAD")).Output.Trim();
    }

    /// <summary>Runs git in the tree; it has to succeed.</summary>
    public async Task<CommandResult> Git(params string[] arguments) => (await _shell.Run("git", arguments)).Succeeded();

    public Task<CommandResult> Dotnet(params string[] arguments) => _shell.Run("dotnet", arguments);

    /// <summary><c>dotnet publish -t:TARGET</c> with <see cref="Properties"/>.</summary>
    /// <param name="target">For example InkDeploy.</param>
    /// <param name="more">Further properties ("InkEnvironment=dev"), switches ("-v:n") or the project's path.</param>
    public Task<CommandResult> Publish(string target, params string[] more) => Dotnet(
    [
        "publish", $"-t:{target}",
        .. Properties.Select(property => $"-p:{property.Key}={property.Value}"),
        .. more.Select(argument => argument.Contains('=', StringComparison.Ordinal) && argument[0] != '-' ? $"-p:{argument}" : argument),
    ]);

    public void Dispose() => _root.Dispose();
}
