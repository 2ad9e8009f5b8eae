using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>What runs in staging goes to production, which has a registry of its own.</summary>
public sealed class PromotionScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string Repository = "promotion/greeter";

    private static readonly string[] Promote = ["InkFrom=staging", "InkTo=production"];

    [Fact]
    public async Task The_image_of_staging_arrives_in_productions_registry_and_the_source_is_not_looked_at()
    {
        var staging = await Bench.Registry;
        using var production = await RegistryServer.Start(Transcript, withPassword: true, withBaseImage: false);
        var sdk = await Bench.Sdk;
        var workspace = Greeter.Write(await NewWorkspace(), sdk.Version).UseRegistry(staging).UseRegistry(production, RegistryServer.User);
        workspace.Environment["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = $"{staging.Host};{production.Host}";
        workspace.Properties["ContainerBaseImage"] = staging.BaseImage;
        workspace.Properties["InkImageRepository"] = Repository;
        // On the command line a registry would be that of every environment.
        workspace.Properties.Remove("InkRegistry");
        workspace.Write("Greeter.csproj", ProjectFile.Of(
            sdk.Version,
            properties: $"<InkRegistry>{staging.Host}</InkRegistry>",
            items: $"""<InkEnvironments Include="staging" /><InkEnvironments Include="production" Registry="{production.Host}" />"""));
        var gitOps = await workspace.UseGitOps();
        var commit = await workspace.Commit();

        (await workspace.Publish("InkPromote", Promote)).Failed("INK4012").Says("-t:InkDeploy -p:InkEnvironment=staging");
        Assert.Null(await gitOps.Head());

        (await workspace.Publish("InkDeploy", "InkEnvironment=staging")).Succeeded();
        var digest = (await staging.Client.DigestOf(Repository, commit))!;
        Assert.Empty(await production.Client.AllTags(Repository));

        // Neither does it compile, nor is it what the commit says.
        workspace.Write("Program.cs", "this is no program");
        var promotion = (await workspace.Publish("InkPromote", Promote)).Succeeded();

        var image = $"{production.Host}/{Repository}:{commit}@{digest}";
        Assert.Equal(digest, await production.Client.DigestOf(Repository, commit));
        Assert.Equal([commit, digest.Replace(':', '-')], await production.Client.AllTags(Repository));
        var list = (await production.Client.Manifest(Repository, digest.Replace(':', '-')))!;
        Assert.Equal(
            ["application/vnd.cyclonedx+json", "application/vnd.in-toto+json"], list["manifests"]!.AsArray().Select(entry => (string?)entry!["artifactType"]));
        var app = new DeployedApp(gitOps, "greeter", "production");
        Assert.Equal(image, await app.Image("deployment-greeter.yaml"));
        Assert.Equal(image, (string?)(await app.Release())["image"]);
        Assert.Equal($"deploy(greeter): {commit[..8]} to production", (await gitOps.Log())[0]);
        Assert.Equal(commit, (await gitOps.Trailers())["Ink-Source"]);
        var tip = (await gitOps.Head())!;
        Assert.StartsWith($"Ink: greeter {commit[..8]} → production (from staging): image {image}, GitOps commit {tip[..8]} (", promotion.Lines[^1], StringComparison.Ordinal);
        promotion.Says($"image copied from {staging.Host}/{Repository} to {production.Host}/{Repository}").NeverSays(RegistryServer.User.Password);
        Assert.Empty(promotion.Codes);

        // As the other commands of the SDK do it, and without anything left to do.
        foreach (var command in new[] { "build", "msbuild" })
        {
            string[] properties = [.. workspace.Properties.Select(property => $"-p:{property.Key}={property.Value}"), .. Promote.Select(property => $"-p:{property}")];
            (await workspace.Dotnet([command, "-t:InkPromote", .. properties])).Succeeded().NeverSays("copied").Says($"GitOps repository unchanged at {tip[..8]}");
        }

        Assert.Equal(tip, await gitOps.Head());
    }
}
