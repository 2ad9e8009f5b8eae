using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ink.Tasks.Errors;
using Ink.Tasks.Registry;
using Ink.Tasks.SupplyChain;
using Ink.Tasks.SupplyChain.Provenance;

namespace Ink.Tasks.Tests.SupplyChain;

/// <summary>What lies in a registry once something has been attached to an image.</summary>
public sealed class ImageArtifactsTests
{
    private const string Empty = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    private static readonly Artifact Sbom = new(
        "application/vnd.cyclonedx+json", "sbom.cdx.json", "{\"bomFormat\":\"CycloneDX\"}"u8.ToArray(), new Dictionary<string, string> { ["org.opencontainers.image.created"] = "2026-01-02T03:04:05Z" });

    private static readonly Artifact Statement = Sbom with { ArtifactType = "application/vnd.in-toto+json", Content = "{}"u8.ToArray() };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_artefact_is_a_manifest_with_the_image_as_its_subject(bool hasReferrers)
    {
        var (registry, digest) = NewRegistry(hasReferrers);

        Assert.True(await Attach(registry, digest, Sbom));

        var pushed = registry.Pushed.Single(selector => registry.Manifest(selector)?["subject"] is not null);
        var manifest = registry.Manifest(pushed)!;
        Assert.Equal(["schemaVersion", "mediaType", "artifactType", "config", "layers", "subject", "annotations"], manifest.AsObject().Select(property => property.Key));
        Assert.Equal((2, OciMediaTypes.Manifest, Sbom.ArtifactType), ((int)manifest["schemaVersion"]!, (string?)manifest["mediaType"], (string?)manifest["artifactType"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"mediaType":"application/vnd.oci.empty.v1+json","digest":"{{Empty}}","size":2}"""), manifest["config"]));
        var layer = Assert.Single(manifest["layers"]!.AsArray())!;
        Assert.Equal(Sbom.ArtifactType, (string?)layer["mediaType"]);
        Assert.Equal(Sbom.Content, registry.Blobs[(string)layer["digest"]!]);
        Assert.Equal("{}"u8.ToArray(), registry.Blobs[Empty]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"mediaType":"{{OciMediaTypes.Manifest}}","digest":"{{digest}}","size":{{registry.SizeOf(digest)}}}"""), manifest["subject"]));
        Assert.Equal("2026-01-02T03:04:05Z", (string?)manifest["annotations"]!["org.opencontainers.image.created"]);
    }

    [Fact]
    public async Task Without_the_referrers_api_a_tag_lists_what_is_attached()
    {
        var (registry, digest) = NewRegistry(hasReferrers: false);
        await Attach(registry, digest, Sbom);
        await Attach(registry, digest, Statement);

        var list = registry.Manifest(digest.Replace(':', '-'))!;
        Assert.Equal(OciMediaTypes.Index, (string?)list["mediaType"]);
        Assert.Equal([Sbom.ArtifactType, Statement.ArtifactType], list["manifests"]!.AsArray().Select(entry => (string?)entry!["artifactType"]));
        Assert.All(list["manifests"]!.AsArray(), entry => Assert.Equal("2026-01-02T03:04:05Z", (string?)entry!["annotations"]!["org.opencontainers.image.created"]));
    }

    [Fact]
    public async Task With_the_referrers_api_no_tag_is_made()
    {
        var (registry, digest) = NewRegistry(hasReferrers: true);
        await Attach(registry, digest, Sbom);
        Assert.Null(registry.Manifest(digest.Replace(':', '-')));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_attached_already_is_not_pushed_again(bool hasReferrers)
    {
        var (registry, digest) = NewRegistry(hasReferrers);
        await Attach(registry, digest, Sbom);
        registry.Pushed.Clear();

        Assert.False(await Attach(registry, digest, Sbom));
        Assert.Empty(registry.Pushed);
    }

    [Fact]
    public async Task Of_several_only_those_are_pushed_that_are_not_there()
    {
        var (registry, digest) = NewRegistry(hasReferrers: false);
        await Attach(registry, digest, Sbom);
        using var client = registry.Open();
        var artifacts = new ImageArtifacts(client, MemoryRegistry.Repository, digest);

        Assert.Equal([Statement], await artifacts.AttachAsync([Sbom, Statement], await artifacts.ReadImageAsync(CancellationToken.None), CancellationToken.None));
        Assert.Equal(2, registry.Manifest(digest.Replace(':', '-'))!["manifests"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_base_image_is_read_from_the_labels_of_the_first_image()
    {
        var (registry, digest) = NewRegistry(hasReferrers: true);
        var index = registry.Put(OciMediaTypes.Index, $$"""{"schemaVersion":2,"mediaType":"{{OciMediaTypes.Index}}","manifests":[{"mediaType":"{{OciMediaTypes.Manifest}}","digest":"{{digest}}","size":{{registry.SizeOf(digest)}}}]}""");

        foreach (var image in new[] { digest, index })
        {
            using var client = registry.Open();
            var artifacts = new ImageArtifacts(client, MemoryRegistry.Repository, image);
            var found = await artifacts.ReadBaseImageAsync(await artifacts.ReadImageAsync(CancellationToken.None), "", CancellationToken.None);
            Assert.Equal(("mcr.example", "dotnet/aspnet", $"sha256:{new string('b', 64)}"), (found!.Registry, found.Repository, found.Digest));
        }
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:5000/dotnet/aspnet:10.0", "127.0.0.1:5000")]
    [InlineData("mcr.example/dotnet/aspnet:10.0", "", "mcr.example")]
    [InlineData("mcr.example/dotnet/aspnet:10.0", "other.example/dotnet/aspnet:10.0", "mcr.example")]
    public void A_name_that_the_sdk_cut_short_is_the_one_that_was_asked_for(string label, string asked, string registry)
    {
        using var json = JsonDocument.Parse($$$$"""{"config":{"Labels":{"org.opencontainers.image.base.name":"{{{{label}}}}","org.opencontainers.image.base.digest":"sha256:{{{{new string('b', 64)}}}}"}}}""");
        var found = BaseImage.Read(json.RootElement, asked)!;
        Assert.Equal((registry, "dotnet/aspnet"), (found.Registry, found.Repository));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("""{"config":null}""")]
    [InlineData("""{"config":{"Labels":null}}""")]
    [InlineData("""{"config":{"Labels":{"org.opencontainers.image.base.name":"a/b:1","org.opencontainers.image.base.digest":"x"}}}""")]
    public async Task An_image_without_such_labels_names_no_base(string configuration)
    {
        var (registry, digest) = NewRegistry(hasReferrers: true, configuration);
        using var client = registry.Open();
        var artifacts = new ImageArtifacts(client, MemoryRegistry.Repository, digest);
        Assert.Null(await artifacts.ReadBaseImageAsync(await artifacts.ReadImageAsync(CancellationToken.None), "", CancellationToken.None));
    }

    [Fact]
    public async Task An_image_that_is_not_there_is_INK4006()
    {
        using var client = NewRegistry(hasReferrers: true).Registry.Open();
        var artifacts = new ImageArtifacts(client, MemoryRegistry.Repository, $"sha256:{new string('0', 64)}");
        Assert.Equal("INK4006", (await Assert.ThrowsAsync<InkException>(() => artifacts.ReadImageAsync(CancellationToken.None))).Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_signature_is_known_in_both_forms_that_cosign_writes(bool isBundle)
    {
        var (registry, digest) = NewRegistry(hasReferrers: false);
        await Attach(registry, digest, Sbom);
        Assert.False(await IsSigned());

        if (isBundle)
            await Attach(registry, digest, Sbom with { ArtifactType = "application/vnd.dev.sigstore.bundle.v0.3+json" });
        else
            registry.Put(OciMediaTypes.Manifest, """{"schemaVersion":2,"layers":[]}""", $"{digest.Replace(':', '-')}.sig");
        Assert.True(await IsSigned());

        async Task<bool> IsSigned()
        {
            using var client = registry.Open();
            return await new ImageArtifacts(client, MemoryRegistry.Repository, digest).IsSignedAsync(CancellationToken.None);
        }
    }

    private static (MemoryRegistry Registry, string Digest) NewRegistry(bool hasReferrers, string? configuration = null)
    {
        var registry = new MemoryRegistry(hasReferrers);
        configuration ??= $$$$"""{"config":{"Labels":{"org.opencontainers.image.base.name":"mcr.example/dotnet/aspnet:10.0","org.opencontainers.image.base.digest":"sha256:{{{{new string('b', 64)}}}}"}}}""";
        var config = OciDescriptor.Of("application/vnd.oci.image.config.v1+json", Encoding.UTF8.GetBytes(configuration));
        registry.Blobs[config.Digest] = Encoding.UTF8.GetBytes(configuration);
        var digest = registry.Put(OciMediaTypes.Manifest, $$"""{"schemaVersion":2,"mediaType":"{{OciMediaTypes.Manifest}}","config":{"mediaType":"{{config.MediaType}}","digest":"{{config.Digest}}","size":{{config.Size}}},"layers":[]}""");
        return (registry, digest);
    }

    private static async Task<bool> Attach(MemoryRegistry registry, string digest, Artifact artifact)
    {
        using var client = registry.Open();
        var artifacts = new ImageArtifacts(client, MemoryRegistry.Repository, digest);
        return (await artifacts.AttachAsync([artifact], await artifacts.ReadImageAsync(CancellationToken.None), CancellationToken.None)).Count == 1;
    }
}
