using System.Text.Json.Nodes;
using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>The image: one of a commit, however many build it and for however many architectures.</summary>
public sealed class ImageScenario(ITestOutputHelper output) : Scenario(output)
{
    [Fact]
    public async Task Two_deployers_of_one_commit_at_once_make_one_image_and_both_succeed()
    {
        var first = await NewGreeter("image/race");
        var commit = await first.Commit();
        var gitOps = await first.UseGitOps();
        await gitOps.Commit(new Dictionary<string, string> { ["readme.md"] = "Ours\n" });
        var second = await NewWorkspace();
        await second.Git("clone", "--quiet", first.Folder, "clone");
        var registry = await Bench.Registry;
        foreach (var (name, value) in first.Properties)
            second.Properties[name] = value;
        second.UseRegistry(registry);

        var deploys = await Task.WhenAll(first.Publish("InkDeploy"), second.Publish("InkDeploy", "clone"));

        var image = $"{registry.Host}/image/race:{commit}@{await registry.Client.DigestOf("image/race", commit)}";
        Assert.All(deploys, deploy => deploy.Succeeded().Says($"image {image}"));
        Assert.Equal([commit], await registry.Client.Tags("image/race"));
        Assert.Equal(image, await new DeployedApp(gitOps, "greeter", "dev").Image("deployment-greeter.yaml"));
        Assert.Equal([$"deploy(greeter): {commit[..8]} to dev"], (await gitOps.Log()).SkipLast(1));
    }

    [Fact]
    public async Task An_image_for_two_architectures_is_pinned_by_its_index_and_labelled_whole()
    {
        var registry = await Bench.Registry;
        var workspace = (await NewGreeter("image/two", "<RuntimeIdentifiers>linux-x64;linux-arm64</RuntimeIdentifiers>"));
        workspace.Properties["ContainerBaseImage"] = await TwoArchitectures.Push(registry);
        var gitOps = await workspace.UseGitOps();
        var commit = await workspace.Commit();

        (await workspace.Publish("InkDeploy")).Succeeded();

        var reference = $"docker://{registry.Host}/image/two:{commit}";
        var index = JsonNode.Parse((await Inspect(workspace, "--raw", reference)).Output)!;
        Assert.Equal(["amd64", "arm64"], index["manifests"]!.AsArray().Select(entry => entry!.Text("platform architecture")).Order(StringComparer.Ordinal));
        Assert.Equal(
            $"{registry.Host}/image/two:{commit}@{await registry.Client.DigestOf("image/two", commit)}",
            await new DeployedApp(gitOps, "greeter", "dev").Image("deployment-greeter.yaml"));
        Assert.Equal([commit], await registry.Client.Tags("image/two"));

        var other = JsonNode.Parse((await Inspect(workspace, "--config", reference)).Output)!;
        Assert.Equal("arm64", other.Text("architecture"));
        var labels = other.At("config Labels")!;
        Assert.Equal(commit, (string?)labels["org.opencontainers.image.revision"]);
        Assert.Equal(workspace.Properties["ContainerBaseImage"], (string?)labels["org.opencontainers.image.base.name"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", (string?)labels["org.opencontainers.image.created"]);
    }

    [Fact]
    public async Task An_app_that_says_nothing_of_its_base_stands_on_a_chiselled_one_without_root()
    {
        var workspace = await NewGreeter("image/base");
        await workspace.Commit();

        var asked = (await workspace.Dotnet(
            "build", "-t:_InkRequireCommit;_InkLabelImage;ComputeContainerConfig", $"-p:InkRegistry={workspace.Properties["InkRegistry"]}", "-getProperty:ContainerBaseImage", "-getProperty:ContainerUser")).Succeeded();

        var properties = JsonNode.Parse(asked.Output)!["Properties"]!;
        Assert.Equal("mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra", (string?)properties["ContainerBaseImage"]);
        Assert.Equal("1654", (string?)properties["ContainerUser"]);
    }

    [ReproducibleSdkFact]
    public async Task Two_builds_of_one_commit_are_the_same_image()
    {
        var workspace = await NewGreeter("image/same");
        var commit = await workspace.Commit();
        var registry = await Bench.Registry;

        (await workspace.Publish("InkImage")).Succeeded();
        (await workspace.Publish("InkImage", "InkImageRepository=image/again")).Succeeded();

        Assert.Equal(await registry.Client.DigestOf("image/same", commit), await registry.Client.DigestOf("image/again", commit));
    }

    private static async Task<CommandResult> Inspect(Workspace workspace, string what, string reference) =>
        (await workspace.Shell.Run("skopeo", "--override-arch", "arm64", "inspect", "--tls-verify=false", what, reference)).Succeeded();

    private async Task<Workspace> NewGreeter(string repository, string properties = "")
    {
        var version = (await Bench.Sdk).Version;
        var workspace = Greeter.Write(await NewWorkspace("Greeter"), version)
            .Write("Greeter.csproj", ProjectFile.Of(version, properties: properties))
            .UseRegistry(await Bench.Registry);
        workspace.Properties["InkImageRepository"] = repository;
        return workspace;
    }
}
