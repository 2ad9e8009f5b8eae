using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>Deploys one after the other into one repository, in which somebody works by hand too: docs/guide/gitops.md shows what is printed.</summary>
public sealed class NewerWinsScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string Manifest = "apps/greeter/dev/deployment-greeter.yaml";

    [Fact]
    public async Task A_newer_commit_wins_a_change_by_hand_is_told_and_a_pull_request_keeps_its_branch()
    {
        var (workspace, gitOps) = await Deployed();
        var first = await gitOps.Head();
        var old = (await workspace.Git("rev-parse", "HEAD")).Output.Trim();

        // Somebody edits a file of Ink's; the next deploy says so.
        var culprit = await gitOps.Commit(new Dictionary<string, string> { [Manifest] = await gitOps.Read(Manifest) + "# fewer pods for the weekend\n" }, message: "Fewer pods for the weekend");
        workspace.Write("Program.cs", workspace.Read("Program.cs").Replace("Hello", "Good day", StringComparison.Ordinal));
        var newer = await workspace.Commit("Good day");
        (await workspace.Publish("InkDeploy")).Succeeded()
            .Says($"warning INK4020: '{Manifest}' was changed by hand in the GitOps repository, in commit {culprit[..8]} \"Fewer pods for the weekend\" by Somebody Else, since Ink last wrote it");

        // A slow job of the old commit comes last.
        await workspace.Git("checkout", "--quiet", old);
        var tip = await gitOps.Head();
        (await workspace.Publish("InkDeploy")).Failed("INK4010").Says($"greeter {old[..8]} is not deployed to dev: {newer[..8]} is there, and it descends from {old[..8]}. Nothing was pushed.");
        Assert.Equal(tip, await gitOps.Head());
        (await workspace.Publish("InkDeploy", "InkAllowStale=true")).Succeeded();

        // As a pull request, twice: one branch, and nothing on main.
        await workspace.Git("checkout", "--quiet", newer);
        tip = await gitOps.Head();
        var branch = $"ink/greeter/dev/{newer[..8]}";
        var proposed = (await workspace.Publish("InkDeploy", "InkGitOpsMode=PullRequest")).Succeeded().Says($"GitOps branch {branch} at ");
        var head = await gitOps.Head(branch);
        (await workspace.Publish("InkDeploy", "InkGitOpsMode=PullRequest")).Succeeded();
        Assert.Equal((tip, head), (await gitOps.Head(), await gitOps.Head(branch)));
        Assert.Equal(["ink/" + branch[4..], "main"], await gitOps.Branches());
        Assert.NotEqual(first, tip);
        Assert.Contains("open a pull request from", proposed.Everything, StringComparison.Ordinal);
    }

    private async Task<(Workspace Workspace, GitRepository GitOps)> Deployed()
    {
        var sdk = await Bench.Sdk;
        var workspace = Greeter.Write(await NewWorkspace(), sdk.Version).UseRegistry(await Bench.Registry);
        workspace.Properties["InkImageRepository"] = "newer/greeter";
        var gitOps = await workspace.UseGitOps();
        await workspace.Commit("Hello");
        (await workspace.Publish("InkDeploy")).Succeeded();
        return (workspace, gitOps);
    }
}
