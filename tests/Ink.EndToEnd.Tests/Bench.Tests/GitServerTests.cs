using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.BenchTests;

public sealed class GitServerTests(ITestOutputHelper output) : Scenario(output)
{
    // Letters that a URL has to escape.
    private static readonly Credentials User = new("deployer", "p@ss/word:1");

    [Fact]
    public async Task A_push_over_http_with_credentials_in_the_url_arrives()
    {
        using var workspace = new Workspace(Transcript, feed: null);
        var repository = await GitRepository.Create(workspace.Shell, workspace.Beside("served", "gitops.git"));
        await repository.Commit(new Dictionary<string, string> { ["readme.md"] = "Größe\n" }, message: "Start");
        using var server = GitServer.Start(workspace.Beside("served"), User);
        var clone = workspace.Beside("clone");

        (await workspace.Shell.Run("git", "clone", "--quiet", "--filter=blob:none", server.Url("gitops.git", User), clone)).Succeeded();
        await File.WriteAllTextAsync(Path.Combine(clone, "new.txt"), "new\n");
        var git = workspace.Shell.In(clone);
        (await git.Run("git", "add", "new.txt")).Succeeded();
        (await git.Run(
            "git", "-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "Add a file\n\nInk-App: shop")).Succeeded();
        (await git.Run("git", "push", "--quiet", "origin", "main")).Succeeded();

        Assert.Equal(2, await repository.CountCommits());
        Assert.Equal(["new.txt", "readme.md"], await repository.Files());
        Assert.Equal("Größe\n", await repository.Read("readme.md"));
        Assert.Equal(["Add a file", "Start"], await repository.Log());
        Assert.Equal(["new.txt"], await repository.Changed());
        Assert.Equal("shop", (await repository.Trailers())["Ink-App"]);
    }

    [Fact]
    public async Task A_clone_over_http_without_credentials_or_with_wrong_ones_is_refused()
    {
        using var workspace = new Workspace(Transcript, feed: null);
        await GitRepository.Create(workspace.Shell, workspace.Beside("served", "gitops.git"));
        using var server = GitServer.Start(workspace.Beside("served"), User);

        var stranger = await workspace.Shell.Run("git", "ls-remote", server.Url("gitops.git"));
        var impostor = await workspace.Shell.Run("git", "ls-remote", server.Url("gitops.git", User with { Password = "wrong" }));

        Assert.NotEqual(0, stranger.ExitCode);
        Assert.NotEqual(0, impostor.ExitCode);
        Assert.True(server.Refused >= 2);
    }

    [Fact]
    public async Task A_repository_can_refuse_a_push_by_a_hook()
    {
        using var workspace = new Workspace(Transcript, feed: null);
        var repository = await GitRepository.Create(workspace.Shell, workspace.Beside("gitops.git"));
        repository.Hook("pre-receive", "#!/bin/sh\necho 'the branch is protected' >&2\nexit 1\n");
        await workspace.Commit();

        var push = await workspace.Shell.Run("git", "push", repository.Url, "HEAD:main");

        Assert.NotEqual(0, push.ExitCode);
        push.Says("the branch is protected");
        Assert.Null(await repository.Head());
    }
}
