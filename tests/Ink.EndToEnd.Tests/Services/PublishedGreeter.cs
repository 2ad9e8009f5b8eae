using Ink.EndToEnd.Tests.Infrastructure;

namespace Ink.EndToEnd.Tests.Services;

/// <summary>A committed service whose image is in the registry already, so that a deploy is about the GitOps repository alone.</summary>
public sealed class PublishedGreeter : IAsyncLifetime
{
    private readonly Transcript _transcript = new("published-greeter");
    private int _repositories;

    internal Workspace Workspace { get; private set; } = null!;

    internal string Commit { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var sdk = await Bench.Sdk;
        Workspace = Greeter.Write(new Workspace(_transcript, sdk.Feed), sdk.Version).UseRegistry(await Bench.Registry);
        Workspace.Properties["InkImageRepository"] = "published/greeter";
        Commit = await Workspace.Commit();
        (await Workspace.Publish("InkImage")).Succeeded();
    }

    public Task DisposeAsync()
    {
        Workspace.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A GitOps repository in a folder of its own, with or without somebody's first commit.</summary>
    internal async Task<GitRepository> NewGitOps(bool empty = false)
    {
        var folder = Workspace.Beside($"served-{++_repositories}");
        Directory.CreateDirectory(folder);
        var repository = await GitRepository.Create(Workspace.Shell, Path.Combine(folder, "gitops.git"));
        if (!empty)
            await repository.Commit(new Dictionary<string, string> { ["readme.md"] = "Ours\n" });
        return repository;
    }

    /// <summary>Serves it over http, and it alone.</summary>
    internal static GitServer Serve(GitRepository repository, Credentials user) =>
        GitServer.Start(Path.GetDirectoryName(repository.Path)!, user);

    /// <summary>Deploys to a repository.</summary>
    internal Task<CommandResult> Deploy(string gitOpsUrl, params string[] more) =>
        Workspace.Publish("InkDeploy", [$"InkGitOpsUrl={gitOpsUrl}", .. more]);
}
