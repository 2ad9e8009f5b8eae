using System.Text;
using System.Text.Json;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>Small images, pushed by the client that is tested, and found by others (docker-registry checks each digest).</summary>
internal static class SampleImage
{
    private const string LayerType = "application/vnd.oci.image.layer.v1.tar";
    private const string ConfigType = "application/vnd.oci.image.config.v1+json";

    /// <summary>Bytes that are the same for the same seed.</summary>
    public static byte[] Bytes(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Pushes an image of one platform.</summary>
    public static async Task<OciManifest> PushAsync(RegistryClient client, string repository, string? tag, int seed = 1, int layers = 2, int size = 100_000)
    {
        var config = await client.Blobs.PushAsync(repository, ConfigType, Encoding.UTF8.GetBytes($$"""{"seed":{{seed}}}"""), CancellationToken.None);
        List<OciDescriptor> blobs = [];
        for (var layer = 0; layer < layers; layer++)
            blobs.Add(await client.Blobs.PushAsync(repository, LayerType, Bytes((seed * 100) + layer, size), CancellationToken.None));
        var manifest = Parse(new { schemaVersion = 2, mediaType = OciMediaTypes.Manifest, config, layers = blobs });
        await client.Manifests.PushAsync(repository, manifest, tag, CancellationToken.None);
        return manifest;
    }

    /// <summary>Pushes an index of two platforms.</summary>
    public static async Task<OciManifest> PushIndexAsync(RegistryClient client, string repository, string? tag, int seed = 1)
    {
        var amd64 = await PushAsync(client, repository, null, seed);
        var arm64 = await PushAsync(client, repository, null, seed + 1);
        var index = Parse(new { schemaVersion = 2, mediaType = OciMediaTypes.Index, manifests = new[] { amd64.ToDescriptor(), arm64.ToDescriptor() } });
        await client.Manifests.PushAsync(repository, index, tag, CancellationToken.None);
        return index;
    }

    /// <summary>Attaches a document to an image.</summary>
    public static async Task<OciManifest> AttachAsync(RegistryClient client, string repository, OciManifest subject, string type, string text)
    {
        var config = await client.Blobs.PushAsync(repository, OciMediaTypes.Empty, "{}"u8.ToArray(), CancellationToken.None);
        var layer = await client.Blobs.PushAsync(repository, type, Encoding.UTF8.GetBytes(text), CancellationToken.None);
        var about = new OciDescriptor(subject.MediaType, subject.Digest, subject.Content.Length);
        var manifest = Parse(new { schemaVersion = 2, mediaType = OciMediaTypes.Manifest, artifactType = type, config, layers = new[] { layer }, subject = about });
        await client.Referrers.PushAsync(repository, manifest, CancellationToken.None);
        return manifest;
    }

    private static OciManifest Parse(object content) => OciManifest.Parse(JsonSerializer.SerializeToUtf8Bytes(content), null)!;
}
