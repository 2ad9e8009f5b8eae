using System.Text.Json.Nodes;
using Ink.Tasks.Tests.SupplyChain;
using Microsoft.Build.Utilities;

namespace Ink.Tasks.Tests.Shell;

/// <summary>The tasks of the supply chain where no registry is set.</summary>
public sealed class AttachArtifactsTests : IDisposable
{
    private static readonly string Digest = $"sha256:{new string('a', 64)}";

    private readonly RestoredProject _project = new();
    private readonly string _output = Directory.CreateTempSubdirectory("ink-test-").FullName;

    public void Dispose()
    {
        _project.Dispose();
        Directory.Delete(_output, recursive: true);
    }

    [Fact]
    public void Without_a_registry_the_sbom_lies_beside_the_archive()
    {
        _project.Package("A").Package("Private").Package("Taken", direct: false).Write();

        Assert.Empty(Attach(sbom: true).Errors);

        var sbom = JsonNode.Parse(File.ReadAllText(Path.Combine(_output, "images", "team-shop-1.cdx.json")))!;
        Assert.Equal($"pkg:oci/shop@{Digest}", (string?)sbom["metadata"]!["component"]!["purl"]);
        Assert.Equal(
            ["framework Microsoft.NETCore.App 10.0", "library A 1.2.3", "library Runtime 9.9.9", "library Taken 1.2.3"],
            sbom["components"]!.AsArray().Select(component => $"{component!["type"]} {component["name"]} {component["version"]}"));
    }

    [Fact]
    public void An_sbom_that_is_turned_off_is_not_made()
    {
        Assert.Empty(Attach(sbom: false).Errors);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_output));
    }

    [Fact]
    public void A_restore_that_is_missing_is_INK4017() => Assert.Equal("INK4017", Assert.Single(Attach(sbom: true).Errors).Code);

    [Fact]
    public void A_registry_that_does_not_take_them_stops_the_deploy_and_says_what_the_next_one_would_miss()
    {
        var error = Assert.Single(Attach(sbom: false, registry: "127.0.0.1:1").Errors);
        Assert.Equal("INK4002", error.Code);
        Assert.Contains("lacks its SBOM or provenance; nothing was deployed", error.Message, StringComparison.Ordinal);
        Assert.Contains("delete its tag", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_is_not_signed_and_that_is_said()
    {
        var engine = new RecordingEngine();
        using var task = new SignImage { BuildEngine = engine, Repository = "team/shop", Tag = "1", Digest = Digest, Sign = "cosign", ProjectDirectory = _output };

        Assert.True(task.Execute());
        Assert.Contains(engine.Messages, message => message.Contains("the archive is not signed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_tool_that_Ink_does_not_know_is_INK4017()
    {
        var engine = new RecordingEngine();
        using var task = new RequireSigner { BuildEngine = engine, Repository = "team/shop", Tag = "1", Sign = "notary", ProjectDirectory = _output };

        Assert.False(task.Execute());
        var error = Assert.Single(engine.Errors);
        Assert.Equal("INK4017", error.Code);
        Assert.Contains("\"notary\"", error.Message, StringComparison.Ordinal);
    }

    private RecordingEngine Attach(bool sbom, string registry = "")
    {
        var engine = new RecordingEngine();
        // A folder that a pack of the SDK's own brings without a manifest is known by what MSBuild says of it.
        var runtime = new TaskItem(_output, new Dictionary<string, string> { ["NuGetPackageId"] = "Runtime", ["NuGetPackageVersion"] = "9.9.9" });
        using var task = new AttachArtifacts
        {
            BuildEngine = engine,
            RegistryHost = registry,
            Repository = "team/shop",
            Tag = "1",
            Digest = Digest,
            Commit = new string('c', 40),
            CommitTime = "2026-01-02T03:04:05Z",
            OutputPath = _output,
            ProjectFile = Path.Combine(_output, "Shop.csproj"),
            Sbom = sbom,
            Provenance = true,
            AppName = "shop",
            AppVersion = "2.0.0",
            AssetsFile = _project.AssetsFile,
            TargetFrameworks = [RestoredProject.Framework],
            FrameworkVersion = "v10.0",
            SharedFrameworks = ["Microsoft.NETCore.App"],
            Unpublished = ["Private"],
            PackageFolders = [runtime, new TaskItem(Path.Combine(_project.Packages, "taken", "1.2.3")), new TaskItem(Path.Combine(_output, "nowhere"))],
        };
        Assert.Equal(task.Execute(), engine.Errors.Count == 0);
        return engine;
    }
}
