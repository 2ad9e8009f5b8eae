using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>GitOps repositories as they are met, and a deploy to each.</summary>
public sealed class GitOpsScenario(PublishedGreeter greeter, ITestOutputHelper output) : Scenario(output), IClassFixture<PublishedGreeter>
{
    // Letters that a URL has to escape.
    private static readonly Credentials User = new("deployer", "p@ss/word:1");

    [Fact]
    public async Task Credentials_in_the_url_let_a_deploy_through_and_are_told_to_nobody()
    {
        var gitOps = await greeter.NewGitOps();
        using var server = PublishedGreeter.Serve(gitOps, User);

        var deploy = (await greeter.Deploy(server.Url("gitops.git", User), "-v:normal")).Succeeded();

        Assert.Equal($"deploy(greeter): {greeter.Commit[..8]} to dev", (await gitOps.Log())[0]);
        Assert.Equal(2, await gitOps.CountCommits());
        var application = await new DeployedApp(gitOps, "greeter", "dev").Application();
        Assert.Equal(server.Url("gitops.git"), application.Text("spec source repoURL"));
        AssertUntold(deploy.Everything, User);
        foreach (var file in await gitOps.Files())
            AssertUntold(await gitOps.Read(file), User);
        AssertUntold(await gitOps.Message(), User);
    }

    [Fact]
    public async Task A_token_in_a_variable_lets_a_deploy_through_and_is_told_to_nobody()
    {
        var gitOps = await greeter.NewGitOps();
        using var server = PublishedGreeter.Serve(gitOps, User);
        var environment = greeter.Workspace.Environment;
        (environment["INK_GITOPS_TOKEN"], environment["INK_GITOPS_USER"]) = (User.Password, User.User);
        try
        {
            var deploy = (await greeter.Deploy(server.Url("gitops.git"), "-v:diagnostic")).Succeeded();

            Assert.Equal(2, await gitOps.CountCommits());
            // MSBuild itself lists the variables of the process in a log as detailed as this one, and says so.
            AssertUntold(string.Join('\n', deploy.Lines.Where(line => !line.StartsWith("INK_GITOPS_", StringComparison.Ordinal))), User);
        }
        finally
        {
            environment.Remove("INK_GITOPS_TOKEN");
            environment.Remove("INK_GITOPS_USER");
        }
    }

    [Fact]
    public async Task A_wrong_password_fails_and_is_told_to_nobody()
    {
        var gitOps = await greeter.NewGitOps();
        using var server = PublishedGreeter.Serve(gitOps, User);
        var wrong = User with { Password = "no/such@password" };

        var deploy = await Refused(gitOps, server.Url("gitops.git", wrong));

        deploy.Says($"The GitOps repository '{server.Url("gitops.git")}' cannot be reached or refuses access").Says("credential helper");
        Assert.True(server.Refused > 0);
        AssertUntold(deploy.Everything, wrong);
    }

    [Fact]
    public async Task A_server_that_is_not_there_fails()
    {
        var host = $"127.0.0.1:{FreePort.Next()}";

        (await Refused(null, $"http://{host}/gitops.git")).Says($"http://{host}/gitops.git").Says("Check the host name, the network and the proxy, and InkGitOpsUrl.");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_fails()
    {
        var missing = greeter.Workspace.Beside("nowhere", "gitops.git");

        (await Refused(null, missing)).Says(missing).Says("Check InkGitOpsUrl");
        Assert.False(Path.Exists(missing));
    }

    [Fact]
    public async Task A_branch_that_is_missing_beside_others_fails_and_is_not_made()
    {
        var gitOps = await greeter.NewGitOps();

        var deploy = await Refused(gitOps, gitOps.Url, "InkGitOpsBranch=release");

        deploy.Says("has no branch 'release' (it has 'main')").Says("git push origin HEAD:release").Says("InkGitOpsBranch");
        Assert.Equal(["main"], await gitOps.Branches());
    }

    [Fact]
    public async Task In_an_empty_repository_the_branch_is_made()
    {
        var gitOps = await greeter.NewGitOps(empty: true);

        (await greeter.Deploy(gitOps.Url, "InkGitOpsBranch=release", "InkGitOpsPath=clusters/one")).Succeeded();

        Assert.Equal(["release"], await gitOps.Branches());
        Assert.Equal(1, await gitOps.CountCommits("release"));
        Assert.All(await gitOps.Files(reference: "release"), path => Assert.StartsWith("clusters/one/", path, StringComparison.Ordinal));
        var application = YamlJson.Parse(await gitOps.Read("clusters/one/argocd/dev/greeter.yaml", "release"));
        Assert.Equal("clusters/one/apps/greeter/dev", application.Text("spec source path"));
        Assert.Equal("release", application.Text("spec source targetRevision"));
    }

    [Fact]
    public async Task A_hook_that_refuses_is_quoted_and_nothing_is_pushed()
    {
        var gitOps = await greeter.NewGitOps();
        gitOps.Hook("pre-receive", "#!/bin/sh\necho 'deploys are frozen until Monday' >&2\nexit 1\n");

        var deploy = await Refused(gitOps, gitOps.Url);

        deploy.Says("deploys are frozen until Monday").Says($"'{gitOps.Url}' did not take the commit on branch 'main'").Says("Nothing was changed.");
        Assert.Equal(["main"], await gitOps.Branches());
    }

    [Fact]
    public async Task Without_git_the_deploy_fails_and_says_how_to_get_it()
    {
        var gitOps = await greeter.NewGitOps();
        var workspace = greeter.Workspace;
        var programs = Directory.CreateDirectory(workspace.Beside("programs")).FullName;
        File.CreateSymbolicLink(Path.Combine(programs, "dotnet"), Programs.Find("dotnet"));
        workspace.Environment["PATH"] = programs;
        try
        {
            var deploy = await greeter.Deploy(gitOps.Url);

            deploy.Failed("INK4009").Says("The program 'git' could not be started (it is not on the PATH)").Says("apt-get install git");
        }
        finally
        {
            workspace.Environment.Remove("PATH");
        }

        Assert.Equal(1, await gitOps.CountCommits());
    }

    /// <summary>Deploys in vain: INK4003 and nothing else, and the repository is as it was.</summary>
    private async Task<CommandResult> Refused(GitRepository? gitOps, string url, params string[] more)
    {
        var head = gitOps is null ? null : await gitOps.Head();

        var deploy = (await greeter.Deploy(url, more)).Failed("INK4003");

        Assert.Equal(["INK4003"], deploy.ErrorCodes);
        Assert.Equal(head, gitOps is null ? null : await gitOps.Head());
        return deploy;
    }

    private static void AssertUntold(string text, Credentials credentials)
    {
        Assert.DoesNotContain(credentials.Password, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(credentials.Password), text, StringComparison.Ordinal);
        Assert.DoesNotContain(credentials.Basic, text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{credentials.User}:", text, StringComparison.Ordinal);
    }
}
