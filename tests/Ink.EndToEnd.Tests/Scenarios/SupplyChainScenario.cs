using System.Text.Json.Nodes;
using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>What is attached to an image when it is deployed first, and that it stays as it is when it is deployed again.</summary>
public sealed class SupplyChainScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string Repository = "supply/greeter";
    private const string Sbom = "application/vnd.cyclonedx+json";
    private const string Provenance = "application/vnd.in-toto+json";

    [Fact]
    public async Task An_image_gets_its_sbom_and_its_provenance_once_and_no_deploy_happens_unsigned()
    {
        var registry = await Bench.Registry;
        var workspace = Write(await NewWorkspace(), (await Bench.Sdk).Version).UseRegistry(registry);
        workspace.Properties["InkImageRepository"] = Repository;
        workspace.Properties["InkSign"] = "cosign";
        var gitOps = await workspace.UseGitOps();
        var commit = await workspace.Commit();
        await workspace.Git("remote", "add", "origin", SampleSecrets.Address("https:§//ada:close-sesame-4711@git.example/acme/greeter.git"));

        // A signer that cannot be is found before anything is pushed.
        Assert.Equal(["INK4017"], (await workspace.Publish("InkDeploy", "InkSign=notary")).Failed("INK4017").ErrorCodes);
        Assert.Empty(await registry.Client.AllTags(Repository));

        // The signer is there and fails: the image has been pushed, and goes nowhere.
        StandIn(workspace, "case $1 in version) exit 0;; esac; echo 'no matching identity' >&2; exit 1");
        (await workspace.Publish("InkDeploy")).Failed("INK4017").Says("no matching identity");
        Assert.Null(await gitOps.Head());
        var digest = (await registry.Client.DigestOf(Repository, commit))!;
        var list = (await registry.Client.Manifest(Repository, digest.Replace(':', '-')))!;
        Assert.Equal([Sbom, Provenance], list["manifests"]!.AsArray().Select(entry => (string?)entry!["artifactType"]));
        AssertSbom(await Attached(registry, list, Sbom, digest), digest);
        AssertProvenance(await Attached(registry, list, Provenance, digest), registry, commit, digest);
        var tags = await registry.Client.AllTags(Repository);

        StandIn(workspace, "printf '%s ' \"$@\" >> \"$0.calls\"");
        (await workspace.Publish("InkDeploy")).Succeeded().Says("was there already").Says("signed by cosign");

        Assert.Equal($"sign --yes {registry.Host}/{Repository}@{digest} ", await File.ReadAllTextAsync(workspace.Beside("bin", "cosign.calls")));
        Assert.Equal(
            $"{registry.Host}/{Repository}:{commit}@{digest}", await new DeployedApp(gitOps, "greeter", "dev").Image("deployment-greeter.yaml"));
        Assert.Equal(tags, await registry.Client.AllTags(Repository));
        Assert.True(JsonNode.DeepEquals(list, await registry.Client.Manifest(Repository, digest.Replace(':', '-'))));
    }

    private static Workspace Write(Workspace workspace, string sdkVersion) => Greeter.Write(workspace, sdkVersion).Write(
        "Greeter.csproj",
        ProjectFile.Of(sdkVersion, items: """
            <PackageReference Include="Polly.Core" Version="8.5.2" />
            <PackageReference Include="YamlDotNet" Version="18.1.0" PrivateAssets="all" />
            """));

    /// <summary>Puts a script in cosign's place, first on the path.</summary>
    private static void StandIn(Workspace workspace, string body)
    {
        var script = workspace.Beside("bin", "cosign");
        Directory.CreateDirectory(Path.GetDirectoryName(script)!);
        File.WriteAllText(script, $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        workspace.Environment["PATH"] = $"{Path.GetDirectoryName(script)}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
    }

    /// <summary>The document in the one layer of an artefact whose subject is the image.</summary>
    private static async Task<JsonNode> Attached(RegistryServer registry, JsonNode list, string type, string digest)
    {
        var entry = list["manifests"]!.AsArray().Single(entry => (string?)entry!["artifactType"] == type)!;
        var manifest = (await registry.Client.Manifest(Repository, (string)entry["digest"]!))!;
        Assert.Equal(digest, (string?)manifest["subject"]!["digest"]);
        return await registry.Client.Document(Repository, (string)Assert.Single(manifest["layers"]!.AsArray())!["digest"]!);
    }

    private static void AssertSbom(JsonNode sbom, string digest)
    {
        Assert.Contains(digest, (string)sbom.At("metadata component purl")!, StringComparison.Ordinal);
        var names = sbom["components"]!.AsArray().Select(component => (string)component!["name"]!).ToList();
        Assert.Equal(["Ink.Sdk", "Microsoft.AspNetCore.App", "Microsoft.NETCore.App", "Polly.Core"], names.Order(StringComparer.Ordinal));
        var polly = sbom["components"]!.AsArray().Single(component => (string?)component!["name"] == "Polly.Core")!;
        Assert.Equal("pkg:nuget/Polly.Core@8.5.2", (string?)polly["purl"]);
        Assert.Equal("BSD-3-Clause", (string?)polly.At("licenses 0 expression"));
        Assert.Matches("^[0-9a-f]{128}$", (string?)polly.At("hashes 0 content"));
    }

    private static void AssertProvenance(JsonNode statement, RegistryServer registry, string commit, string digest)
    {
        Assert.Equal($"{registry.Host}/{Repository}", (string?)statement.At("subject 0 name"));
        Assert.Equal(digest, $"sha256:{statement.At("subject 0 digest sha256")}");
        Assert.Equal("https://slsa.dev/provenance/v1", (string?)statement["predicateType"]);
        Assert.Equal($"git+https://git.example/acme/greeter.git@{commit}", (string?)statement.At("predicate buildDefinition resolvedDependencies 0 uri"));
        Assert.Equal(registry.BaseImage, (string?)statement.At("predicate buildDefinition resolvedDependencies 1 name"));
        Assert.Equal("Greeter.csproj", (string?)statement.At("predicate buildDefinition externalParameters project"));
        Assert.DoesNotContain("close-sesame", statement.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), statement.ToJsonString(), StringComparison.Ordinal);
    }
}
