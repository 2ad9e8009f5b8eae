using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>Several services share one GitOps repository.</summary>
public sealed class ConcurrentDeployScenario(ITestOutputHelper output) : Scenario(output)
{
    // Holds each push until the other has arrived too, for a minute at most: both have then read the same tip, and the
    // server can take only one of them.
    private const string Meeting = """
        #!/bin/sh
        mkdir -p meeting
        : > meeting/$$
        turns=0
        while [ "$(ls meeting | wc -l)" -lt 2 ] && [ $turns -lt 1200 ]; do
            sleep 0.05
            turns=$((turns + 1))
        done

        """;

    [Fact]
    public async Task Two_services_that_deploy_at_once_into_one_repository_both_land()
    {
        var first = await NewService("First");
        var second = await NewService("Second");
        var gitOps = await GitRepository.Create(first.Shell, first.Beside("gitops.git"));
        var start = await gitOps.Commit(new Dictionary<string, string> { ["readme.md"] = "Ours\n" });
        gitOps.Hook("pre-receive", Meeting);

        var deploys = await Task.WhenAll(
            first.Publish("InkDeploy", $"InkGitOpsUrl={gitOps.Url}"), second.Publish("InkDeploy", $"InkGitOpsUrl={gitOps.Url}"));

        Assert.All(deploys, deploy => Assert.Matches("GitOps commit [0-9a-f]{8} ", deploy.Succeeded().Lines[^1]));
        // Three pushes: one of the two met the other's commit, and was made again on top of it.
        Assert.Equal(3, Directory.GetFiles(Path.Combine(gitOps.Path, "meeting")).Length);
        Assert.Equal(3, await gitOps.CountCommits());
        Assert.Equal(["first", "second"], (await gitOps.Files("argocd/dev")).Select(Path.GetFileNameWithoutExtension));
        Assert.Contains("apps/first/dev/deployment-first.yaml", await gitOps.Files());
        Assert.Contains("apps/second/dev/deployment-second.yaml", await gitOps.Files());
        var parents = (await first.Shell.In(gitOps.Path).Run("git", "rev-list", "main")).Succeeded().Lines;
        Assert.Equal(start, parents[^1]);
    }

    private async Task<Workspace> NewService(string name)
    {
        var workspace = Greeter.Write(await NewWorkspace(name), (await Bench.Sdk).Version, name).UseRegistry(await Bench.Registry);
        workspace.Properties["InkImageRepository"] = "concurrent/greeter";
        await workspace.Commit();
        (await workspace.Publish("InkImage")).Succeeded();
        return workspace;
    }
}
