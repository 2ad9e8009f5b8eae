using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>A service that has been deployed changes and is deployed again.</summary>
public sealed class RedeployScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string Repository = "redeploy/shop";
    private const string Notes = "apps/shop/dev/notes.md";

    [Fact]
    public async Task A_new_commit_makes_one_image_and_changes_few_files()
    {
        var (workspace, gitOps) = await Deployed("redeploy/changed");
        var registry = await Bench.Registry;
        var first = (await registry.Client.Tags("redeploy/changed")).Single();

        workspace.Write("Program.cs", Shop.Program.Replace("/shop/about", "/shop/info", StringComparison.Ordinal));
        var second = await workspace.Commit("Another path");
        var deploy = (await workspace.Publish("InkDeploy")).Succeeded();

        Assert.Equal(new[] { first, second }.Order(StringComparer.Ordinal), await registry.Client.Tags("redeploy/changed"));
        // What names the image, and nothing else.
        Assert.Equal(
            ["apps/shop/dev/.ink/release.json", "apps/shop/dev/deployment-shop-mailer.yaml", "apps/shop/dev/deployment-shop.yaml"],
            await gitOps.Changed());
        Assert.Equal(2, await gitOps.CountCommits());
        Assert.EndsWith("(3 files changed)", deploy.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(
            $"{registry.Host}/redeploy/changed:{second}@{await registry.Client.DigestOf("redeploy/changed", second)}",
            await new DeployedApp(gitOps, Shop.Name, "dev").Image("deployment-shop.yaml"));
    }

    [Fact]
    public async Task An_ingress_that_is_no_longer_declared_goes_and_a_foreign_file_stays_and_is_warned_about()
    {
        var (workspace, gitOps) = await Deployed(Repository);
        await gitOps.Commit(new Dictionary<string, string> { [Notes] = "by hand\n", ["apps/other/dev/mine.yaml"] = "a: b\n" });
        Assert.Contains(Shop.Ingress, Shop.Program, StringComparison.Ordinal);
        workspace.Write("Program.cs", Shop.Program.Replace(Shop.Ingress, "", StringComparison.Ordinal));
        await workspace.Commit("No ingress");

        var deploy = (await workspace.Publish("InkDeploy")).Succeeded();

        var files = await gitOps.Files();
        Assert.DoesNotContain("apps/shop/dev/ingress-shop.yaml", files);
        Assert.Contains("apps/shop/dev/ingress-shop.yaml", await gitOps.Changed());
        Assert.DoesNotContain("ingress-shop.yaml", await gitOps.Read("apps/shop/dev/kustomization.yaml"), StringComparison.Ordinal);
        Assert.Equal("by hand\n", await gitOps.Read(Notes));
        Assert.Equal("a: b\n", await gitOps.Read("apps/other/dev/mine.yaml"));
        var warning = Assert.Single(deploy.Lines.Distinct(), line => line.Contains("warning", StringComparison.Ordinal));
        Assert.Contains(Notes, warning, StringComparison.Ordinal);
        // With a code it can be looked up, and turned off.
        Assert.Contains("Ink : warning INK4014: ", warning, StringComparison.Ordinal);
    }

    /// <summary>The shop, deployed once to dev.</summary>
    private async Task<(Workspace Workspace, GitRepository GitOps)> Deployed(string repository)
    {
        var sdk = await Bench.Sdk;
        var workspace = Shop.Write(await NewWorkspace(), sdk.Version).UseRegistry(await Bench.Registry);
        workspace.Properties["InkImageRepository"] = repository;
        var gitOps = await workspace.UseGitOps();
        await workspace.Commit();
        (await workspace.Publish("InkDeploy")).Succeeded();
        Assert.Contains("apps/shop/dev/ingress-shop.yaml", await gitOps.Files());
        return (workspace, gitOps);
    }
}
