using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>The samples, from a fresh clone of what is committed here.</summary>
public sealed class SampleScenario(ITestOutputHelper output) : Scenario(output)
{
    [Fact]
    public async Task The_checkout_sample_of_a_fresh_clone_deploys_and_answers_and_all_samples_hold_under_Strict()
    {
        var registry = await Bench.Registry;
        var workspace = Own(new Workspace(Transcript, feed: null)).UseRegistry(registry);
        workspace.Properties["InkImageRepository"] = "sample/checkout";
        var gitOps = await workspace.UseGitOps();
        await workspace.Git("clone", "--quiet", "--no-local", new Uri(RepositoryRoot.Path).AbsoluteUri, "clone");
        var clone = workspace.Shell.In(workspace.PathOf("clone"));
        var commit = (await clone.Run("git", "rev-parse", "HEAD")).Succeeded().Output.Trim();

        // For release the tasks would be compiled ahead of time first, which the package's own scenarios have seen.
        var deploy = (await clone.Run(
            "dotnet", ["publish", "samples/Checkout", "-c", "Debug", "-t:InkDeploy", "-p:InkEnvironment=dev", .. workspace.Properties.Select(p => $"-p:{p.Key}={p.Value}")])).Succeeded();

        Assert.StartsWith($"Ink: checkout {commit[..8]} → dev: image {registry.Host}/sample/checkout:{commit}@sha256:", deploy.Lines[^1], StringComparison.Ordinal);
        await gitOps.Export(workspace.Beside("exported"));
        await using var pod = await Pod.Start(
            await Bench.Podman,
            Transcript,
            workspace.Beside("exported", "apps", "checkout", "dev", "deployment-checkout.yaml"),
            new PodOptions
            {
                With = Directory.GetFiles(workspace.Beside("exported", "apps", "checkout", "dev"), "configmap-*.yaml"),
                Secrets = [("checkout", "CART_SIGNING_KEY", "only for this test"), ("checkout", "RECEIPT_KEY", "only for this test")],
            });
        await pod.Ready();
        using var response = await pod.Http.PostAsJsonAsync(new Uri("/checkout/carts/items", UriKind.Relative), new { sku = "tea", quantity = 2 });
        var cart = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("tea", cart.Text("items 0 sku"));
        Assert.Equal("2", cart.Text("items 0 quantity"));
        Assert.Contains('.', cart.Text("cart")!);

        // Neither the compiler nor the policy has anything to say of a sample, however strict. What they refer to has been built.
        foreach (var sample in new[] { "Checkout", "Clipart", "Checkout.Tests" })
        {
            var strict = (await clone.Run("dotnet", "build", $"samples/{sample}", "-t:Build;InkCheck", "-p:InkPolicy=Strict", "-p:BuildProjectReferences=false")).Succeeded();
            Assert.Empty(strict.Codes);
        }
    }
}
