using System.Text.Json;

namespace Ink.Tasks.Registry;

/// <summary>A manifest or index, byte by byte as the registry has it: its digest is that of these bytes.</summary>
/// <param name="MediaType">Its type.</param>
/// <param name="Digest">The digest of <paramref name="Content"/>.</param>
/// <param name="Content">What was sent.</param>
internal sealed record OciManifest(string MediaType, string Digest, ReadOnlyMemory<byte> Content)
{
    /// <summary>The manifests that an index lists; empty for the manifest of an image.</summary>
    public IReadOnlyList<OciDescriptor> Manifests { get; private init; } = [];

    /// <summary>The config and the layers of an image; empty for an index.</summary>
    public IReadOnlyList<OciDescriptor> Blobs { get; private init; } = [];

    /// <summary>What the artifact is, where it says so; else the type of its config (image specification, "referrers").</summary>
    public string? ArtifactType { get; private init; }

    /// <summary>What the manifest is attached to, if anything.</summary>
    public OciDescriptor? Subject { get; private init; }

    /// <summary>The manifest's own annotations.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; private init; }

    /// <summary>The manifest as it is listed elsewhere.</summary>
    public OciDescriptor ToDescriptor() => new(MediaType, Digest, Content.Length) { ArtifactType = ArtifactType, Annotations = Annotations };

    /// <summary>Reads a manifest of one of <see cref="OciMediaTypes.Manifests"/>.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="contentType">The type it was sent as; what the manifest says of itself wins.</param>
    /// <returns>Null where the bytes are none: a proxy's login page, say, or a manifest of Docker's first schema.</returns>
    public static OciManifest? Parse(ReadOnlyMemory<byte> content, string? contentType)
    {
        try
        {
            var shape = JsonSerializer.Deserialize<Shape>(content.Span, JsonSerializerOptions.Web);
            if (shape is not { SchemaVersion: 2 }) return null;
            // The field is optional in OCI manifests; what sets an index apart is then what it lists.
            var type = shape.MediaType ?? contentType;
            if (type is null || !OciMediaTypes.Manifests.Contains(type)) type = shape.Manifests is null ? OciMediaTypes.Manifest : OciMediaTypes.Index;
            OciDescriptor?[] manifests = OciMediaTypes.IsIndex(type) ? [.. shape.Manifests ?? []] : [];
            OciDescriptor?[] blobs = OciMediaTypes.IsIndex(type) ? [] : [shape.Config, .. shape.Layers ?? []];
            if (!manifests.Concat(blobs).All(IsWhole)) return null;

            return new OciManifest(type, OciDescriptor.DigestOf(content.Span), content)
            {
                Manifests = manifests!,
                Blobs = blobs!,
                ArtifactType = shape.ArtifactType ?? shape.Config?.MediaType,
                Subject = shape.Subject,
                Annotations = shape.Annotations,
            };
        }
        catch (JsonException)
        {
            return null; // Not JSON of that form, hence not a manifest: the answer to the question.
        }
    }

    // A digest goes into an address: nothing else may stand there.
    private static bool IsWhole(OciDescriptor? descriptor) =>
        descriptor is { MediaType.Length: > 0, Size: >= 0 } && ImageReference.IsDigest(descriptor.Digest);

    private sealed record Shape(
        int SchemaVersion,
        string? MediaType,
        string? ArtifactType,
        List<OciDescriptor?>? Manifests,
        OciDescriptor? Config,
        List<OciDescriptor?>? Layers,
        OciDescriptor? Subject,
        Dictionary<string, string>? Annotations);
}
