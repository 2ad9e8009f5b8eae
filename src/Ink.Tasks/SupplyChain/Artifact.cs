using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ink.Tasks.Registry;

namespace Ink.Tasks.SupplyChain;

/// <summary>
/// A document about an image, as an artefact of a registry
/// (https://github.com/opencontainers/image-spec/blob/main/manifest.md#guidelines-for-artifact-usage).
/// </summary>
/// <param name="ArtifactType">The media type of the document, which is what the artefact is found by.</param>
/// <param name="FileName">What tools that fetch it call the file.</param>
/// <param name="Content">The document.</param>
/// <param name="Annotations">What lists of artefacts show beside the type.</param>
internal sealed record Artifact(string ArtifactType, string FileName, byte[] Content, IReadOnlyDictionary<string, string> Annotations)
{
    /// <summary>The content of the config, which the form asks for and an artefact has no use for.</summary>
    public static ReadOnlyMemory<byte> EmptyConfig { get; } = "{}"u8.ToArray();

    private static readonly OciDescriptor Config = OciDescriptor.Of(OciMediaTypes.Empty, EmptyConfig.Span);

    // Relaxed: the '+' of media types stays one.
    private static readonly ArtifactJsonContext Context = new(new JsonSerializerOptions(ArtifactJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Its manifest: one layer, and the image as the subject.</summary>
    public OciManifest ToManifest(OciManifest image)
    {
        var layer = OciDescriptor.Of(ArtifactType, Content) with
        {
            Annotations = new Dictionary<string, string> { ["org.opencontainers.image.title"] = FileName },
        };
        var manifest = new ArtifactManifest(
            2, OciMediaTypes.Manifest, ArtifactType, Config, [layer], new OciDescriptor(image.MediaType, image.Digest, image.Content.Length),
            new SortedDictionary<string, string>(Annotations.ToDictionary(), StringComparer.Ordinal));
        return OciManifest.Parse(JsonSerializer.SerializeToUtf8Bytes(manifest, Context.ArtifactManifest), OciMediaTypes.Manifest)
            ?? throw new InvalidOperationException("The manifest of an artefact is none.");
    }
}

/// <summary>The manifest of an artefact, in the order in which the specification lists its fields.</summary>
internal sealed record ArtifactManifest(
    int SchemaVersion,
    string MediaType,
    string ArtifactType,
    OciDescriptor Config,
    IReadOnlyList<OciDescriptor> Layers,
    OciDescriptor Subject,
    IReadOnlyDictionary<string, string> Annotations);

/// <summary>Serialisation code made at compile time, as for the manifests.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ArtifactManifest))]
internal sealed partial class ArtifactJsonContext : JsonSerializerContext;
