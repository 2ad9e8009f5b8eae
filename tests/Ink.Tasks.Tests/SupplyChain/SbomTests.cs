using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ink.Tasks.Errors;
using Ink.Tasks.Releases;
using Ink.Tasks.SupplyChain.CycloneDx;
using Ink.Tasks.SupplyChain.Packages;

namespace Ink.Tasks.Tests.SupplyChain;

public sealed class SbomTests : IDisposable
{
    private const string Mit = "<license type=\"expression\">MIT</license>";

    private static readonly string Digest = $"sha256:{new string('a', 64)}";
    private static readonly SourceCommit Source = new(new string('c', 40), "2026-01-02T03:04:05Z");

    private readonly RestoredProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_package_has_its_name_version_hash_licence_and_package_url()
    {
        var component = Assert.Single(Components(_project.Package("Newtonsoft.Json", Mit)));

        Assert.Equal("library", (string?)component["type"]);
        Assert.Equal("Newtonsoft.Json", (string?)component["name"]);
        Assert.Equal("1.2.3", (string?)component["version"]);
        Assert.Equal("pkg:nuget/Newtonsoft.Json@1.2.3", (string?)component["purl"]);
        var hash = component["hashes"]![0]!;
        Assert.Equal("SHA-512", (string?)hash["alg"]);
        Assert.Equal(Convert.ToHexStringLower(Convert.FromBase64String(RestoredProject.HashOf("Newtonsoft.Json"))), (string?)hash["content"]);
        Assert.Equal("MIT", (string?)component["licenses"]![0]!["expression"]);
    }

    [Fact]
    public void The_subject_is_the_image_and_the_time_that_of_the_commit()
    {
        var metadata = Read(_project.Package("A"))["metadata"]!;

        Assert.Equal("2026-01-02T03:04:05Z", (string?)metadata["timestamp"]);
        Assert.Equal("application", (string?)metadata["component"]!["type"]);
        Assert.Equal("shop", (string?)metadata["component"]!["name"]);
        Assert.Equal("2.0.0", (string?)metadata["component"]!["version"]);
        Assert.Equal($"pkg:oci/shop@{Digest}?repository_url=registry.example:5000%2Fteam%2Fshop", (string?)metadata["component"]!["purl"]);
        Assert.Equal("Ink.Sdk", (string?)metadata["tools"]!["components"]![0]!["name"]);
    }

    [Theory]
    [InlineData("<license type=\"expression\">Apache-2.0 OR MIT</license>", "expression", "Apache-2.0 OR MIT")]
    [InlineData("<licenseUrl>https://licenses.nuget.org/Apache-2.0%20OR%20MIT</licenseUrl>", "expression", "Apache-2.0 OR MIT")]
    [InlineData("<license type=\"file\">LICENSE.txt</license><licenseUrl>https://aka.ms/deprecateLicenseUrl</licenseUrl>", "name", "file LICENSE.txt of the package")]
    [InlineData("<licenseUrl>https://example.com/license</licenseUrl>", "url", "https://example.com/license")]
    public void Licences_are_read_in_every_form_that_packages_give_them(string nuspec, string property, string expected)
    {
        var license = Assert.Single(Components(_project.Package("A", nuspec)))["licenses"]![0]!;
        Assert.Equal(expected, (string?)(property == "expression" ? license : license["license"]!)[property]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<licenseUrl>https://aka.ms/deprecateLicenseUrl</licenseUrl>")]
    [InlineData("<licenseUrl>see readme</licenseUrl>")]
    public void A_package_without_a_licence_has_none(string nuspec) =>
        Assert.Null(Assert.Single(Components(_project.Package("A", nuspec)))["licenses"]);

    [Fact]
    public void Only_what_is_deployed_is_listed()
    {
        _project
            .Package("Runs", dependencies: ["Below", "Gathers"])
            .Package("Below", direct: false)
            .Package("Gathers", assets: "_._", dependencies: ["Gathered"], direct: false)
            .Package("Gathered", direct: false)
            .Package("Analyzes", group: "build")
            .Package("Private", dependencies: ["Below", "BelowPrivate"])
            .Package("BelowPrivate", direct: false)
            .Package("Linux", direct: false, runtime: "linux-x64");

        Assert.Equal(["Below", "Gathered", "Runs"], Names(Components(_project, unpublished: "private")));
    }

    [Fact]
    public void What_only_one_runtime_of_the_image_needs_is_listed_too()
    {
        _project.Package("Runs", dependencies: []).Package("Runs", dependencies: ["Native"], direct: false, runtime: "linux-arm64")
            .Package("Native", direct: false, runtime: "linux-arm64", group: "native");

        Assert.Equal(["Runs"], Names(Components(_project)));
        Assert.Equal(["Native", "Runs"], Names(Read(_project, runtimes: ["linux-x64", "linux-arm64"])["components"]!.AsArray()));
    }

    [Fact]
    public void The_graph_says_what_depends_on_what_and_passes_through_packages_that_only_gather()
    {
        _project
            .Package("A", dependencies: ["Gathers", "C"])
            .Package("Gathers", assets: "_._", dependencies: ["B"], direct: false)
            .Package("B", direct: false)
            .Package("C", direct: false)
            .Project("Core", "B");

        var bom = Read(_project);
        var root = (string)bom["metadata"]!["component"]!["bom-ref"]!;
        Assert.Equal(["pkg:nuget/A@1.2.3", "project:Core@1.0.0"], DependsOn(bom, root));
        Assert.Equal(["pkg:nuget/B@1.2.3", "pkg:nuget/C@1.2.3"], DependsOn(bom, "pkg:nuget/A@1.2.3"));
        Assert.Equal(["pkg:nuget/B@1.2.3"], DependsOn(bom, "project:Core@1.0.0"));
        Assert.Empty(DependsOn(bom, "pkg:nuget/B@1.2.3"));
    }

    [Fact]
    public void A_project_is_no_package_of_a_registry()
    {
        var component = Assert.Single(Components(_project.Project("Core")));
        Assert.Equal("Core", (string?)component["name"]);
        Assert.Null(component["purl"]);
    }

    [Fact]
    public void A_package_whose_folder_is_gone_is_listed_by_what_is_known()
    {
        _project.Package("A", Mit).Write();
        Directory.Delete(_project.Packages, recursive: true);

        var component = Assert.Single(Components(_project));
        Assert.Equal("pkg:nuget/A@1.2.3", (string?)component["purl"]);
        Assert.Null(component["hashes"]);
    }

    [Fact]
    public void A_shared_framework_is_one_of_the_base_image()
    {
        var bom = Parse(Builder(_project.Package("A").Write()).AddFramework("Microsoft.AspNetCore.App", "10.0"));

        var component = bom["components"]!.AsArray().Single(component => (string?)component!["type"] == "framework")!;
        Assert.Equal("10.0", (string?)component["version"]);
        Assert.Equal("base image", (string?)component["properties"]![0]!["value"]);
        Assert.Contains("framework:Microsoft.AspNetCore.App@10.0", DependsOn(bom, (string)bom["metadata"]!["component"]!["bom-ref"]!));
    }

    [Fact]
    public void A_package_that_MSBuild_took_as_an_SDK_is_added_once()
    {
        var sdk = Nuspec.Read(Path.Combine(_project.Package("A", Mit).Write().Packages, "a", "1.2.3"))!;

        Assert.Equal(["A"], Names(Parse(Builder(_project).Add(sdk))["components"]!.AsArray()));
        Assert.Equal(["A"], Names(Parse(new BomBuilder(Image(), "shop", "2.0.0", Source).Add(sdk))["components"]!.AsArray()));
    }

    [Fact]
    public void The_same_restore_gives_the_same_bytes_and_another_another_serial_number()
    {
        _project.Package("A", Mit).Package("B", Mit).Write();
        var first = BomJson.Write(Builder(_project).Build());
        Assert.Equal(first, BomJson.Write(Builder(_project).Build()));

        var serial = (string?)JsonNode.Parse(first)!["serialNumber"];
        Assert.Matches(@"\Aurn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\z", serial);
        Assert.NotEqual(serial, (string?)Read(_project.Package("C"))["serialNumber"]);
    }

    [Fact]
    public void The_document_is_of_the_shape_that_the_specification_requires()
    {
        var bom = Read(_project.Package("A", Mit, dependencies: ["B"]).Package("B", "<licenseUrl>https://example.com/l</licenseUrl>", direct: false).Project("Core"));

        Assert.Equal(
            ["$schema", "bomFormat", "specVersion", "serialNumber", "version", "metadata", "components", "dependencies"],
            bom.AsObject().Select(property => property.Key));
        Assert.Equal(("CycloneDX", "1.6", 1), ((string?)bom["bomFormat"], (string?)bom["specVersion"], (int)bom["version"]!));
        var components = bom["components"]!.AsArray().Append(bom["metadata"]!["component"]).Select(component => component!).ToList();
        var references = components.Select(component => (string)component["bom-ref"]!).ToList();
        Assert.Equal(references.Count, references.Distinct().Count());
        Assert.All(components, component =>
        {
            Assert.True((string?)component["type"] is "application" or "framework" or "library");
            Assert.NotEmpty((string)component["name"]!);
            foreach (var hash in component["hashes"]?.AsArray() ?? [])
                Assert.Matches(new Regex("^[0-9a-f]{128}$"), (string)hash!["content"]!);
            // One expression and nothing beside it, or licences by name.
            var licenses = component["licenses"]?.AsArray() ?? [];
            Assert.All(licenses, license => Assert.Single(license!.AsObject()));
            Assert.True(licenses.Count == 1 || licenses.All(license => license!["expression"] is null));
        });
        // Everything is in the graph once, and the graph names nothing else.
        Assert.Equal(references.Order(StringComparer.Ordinal), bom["dependencies"]!.AsArray().Select(entry => (string)entry!["ref"]!));
        Assert.All(bom["dependencies"]!.AsArray(), entry => Assert.Empty(DependsOn(bom, (string)entry!["ref"]!).Except(references)));
    }

    [Fact]
    public void Nothing_in_it_names_a_folder_of_the_machine() =>
        Assert.DoesNotContain(_project.Packages[..^"packages".Length], Read(_project.Package("A", Mit).Project("Core")).ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public void A_restore_that_is_missing_or_damaged_is_INK4017_and_says_what_to_do()
    {
        var missing = Assert.Throws<InkException>(() => AssetsFile.Read(_project.AssetsFile, [RestoredProject.Framework], []));
        Assert.Equal("INK4017", missing.Code);
        Assert.Contains("dotnet restore", missing.Message, StringComparison.Ordinal);

        _project.Write();
        Assert.Contains("another framework than net9.0", Assert.Throws<InkException>(() => AssetsFile.Read(_project.AssetsFile, ["net9.0"], [])).Message, StringComparison.Ordinal);
        foreach (var text in new[] { "", "{}", "[]", """{"targets":{"net10.0":[]}}""" })
        {
            File.WriteAllText(_project.AssetsFile, text);
            Assert.Equal("INK4017", Assert.Throws<InkException>(() => AssetsFile.Read(_project.AssetsFile, [RestoredProject.Framework], [])).Code);
        }
    }

    [Theory]
    [InlineData("a.nuspec", "<package><metadata><id>A</id></metadata></package>")]
    [InlineData("a.nuspec", "<package>")]
    [InlineData("a.1.2.3.nupkg.sha512", "*")]
    [InlineData("a.1.2.3.nupkg.sha512", "AAAA")]
    public void A_damaged_package_is_INK4017(string file, string content)
    {
        File.WriteAllText(Path.Combine(_project.Package("A").Write().Packages, "a", "1.2.3", file), content);
        Assert.Equal("INK4017", Assert.Throws<InkException>(() => Components(_project)).Code);
    }

    private static ImageName Image() => new("registry.example:5000", "team/shop", Source.Hash, Digest);

    private static BomBuilder Builder(RestoredProject project, string[]? runtimes = null, params string[] unpublished) =>
        new BomBuilder(Image(), "shop", "2.0.0", Source).Add(new DeployedGraph(
            AssetsFile.Read(project.AssetsFile, [RestoredProject.Framework, ".NETCoreApp,Version=v10.0"], runtimes ?? []),
            unpublished.ToHashSet(StringComparer.OrdinalIgnoreCase)));

    private static JsonNode Parse(BomBuilder builder) => JsonNode.Parse(BomJson.Write(builder.Build()))!;

    private static JsonNode Read(RestoredProject project, string[]? runtimes = null, params string[] unpublished) =>
        Parse(Builder(project.Write(), runtimes, unpublished));

    private static IEnumerable<JsonNode> Components(RestoredProject project, params string[] unpublished) =>
        Read(project, null, unpublished)["components"]!.AsArray().Select(component => component!);

    private static IEnumerable<string?> Names(IEnumerable<JsonNode?> components) => components.Select(component => (string?)component!["name"]);

    private static IEnumerable<string> DependsOn(JsonNode bom, string reference) =>
        bom["dependencies"]!.AsArray().Single(entry => (string?)entry!["ref"] == reference)!["dependsOn"]!.AsArray().Select(name => (string)name!);
}
