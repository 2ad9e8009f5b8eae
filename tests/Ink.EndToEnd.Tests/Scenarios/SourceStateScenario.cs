using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>A deploy stands for a commit: without one, or with something beside it, nothing is made and nothing pushed.</summary>
public sealed class SourceStateScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string Program = "WebApplication.Create(args).Run();\n";

    [Fact]
    public async Task Without_a_repository_or_a_commit_or_with_changes_nothing_is_deployed()
    {
        var workspace = await NewProject(Program);
        await workspace.Dotnet("restore");
        var gitOps = await workspace.UseGitOps();

        (await workspace.Publish("InkDeploy", "--no-restore")).Failed("INK4009").Says(workspace.Folder).Says("git init");
        await workspace.Git("init", "--quiet");
        (await workspace.Publish("InkDeploy", "--no-restore")).Failed("INK4009").Says("has no commit yet").Says("git commit");

        await workspace.Commit();
        workspace.Write("Program.cs", "// Changed\n" + Program).Write("notes.txt", "new\n");
        var result = await workspace.Publish("InkDeploy", "--no-restore");
        result.Failed("INK4007").Says("Program.cs").Says("notes.txt").Says("Commit or stash them").Says("-p:InkAllowDirty=true").NeverSays("   at ");
        Assert.Equal(["INK4007"], result.ErrorCodes);

        Assert.Empty(await gitOps.Branches());
        Assert.Empty(workspace.Files("bin/ink"));
    }

    [Fact]
    public async Task A_try_with_changes_never_takes_the_tag_of_the_commit()
    {
        var workspace = (await NewProject(Program)).UseRegistry(await Bench.Registry);
        var commit = await workspace.Commit();
        workspace.Write("Program.cs", "// Changed\n" + Program);
        var gitOps = await workspace.UseGitOps();

        (await workspace.Publish("InkDeploy", "InkAllowDirty=true", "InkImageRepository=dirty")).Succeeded().Says($"the tag {commit}-dirty-");

        var tag = Assert.Single(await (await Bench.Registry).Client.Tags("dirty"));
        Assert.StartsWith($"{commit}-dirty-", tag, StringComparison.Ordinal);
        Assert.Contains($"/dirty:{tag}@sha256:", await gitOps.Read("apps/shop/dev/deployment-shop.yaml"), StringComparison.Ordinal);
    }
}
