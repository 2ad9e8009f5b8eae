using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Ink.Tasks.Registry;

/// <summary>Names content by its digest (https://github.com/opencontainers/image-spec/blob/main/descriptor.md).</summary>
/// <param name="MediaType">What the content is.</param>
/// <param name="Digest"><c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="Size">Its length in bytes.</param>
internal sealed record OciDescriptor(
    [property: JsonPropertyName("mediaType")] string MediaType,
    [property: JsonPropertyName("digest")] string Digest,
    [property: JsonPropertyName("size")] long Size)
{
    /// <summary>What the artifact is that a manifest describes; set in lists of referrers.</summary>
    [JsonPropertyName("artifactType")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ArtifactType { get; init; }

    /// <summary>Further facts about the content.</summary>
    [JsonPropertyName("annotations")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    /// <summary>Describes bytes that are there.</summary>
    public static OciDescriptor Of(string mediaType, ReadOnlySpan<byte> content) => new(mediaType, DigestOf(content), content.Length);

    /// <summary>The digest of bytes, as registries write it.</summary>
    public static string DigestOf(ReadOnlySpan<byte> content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";
}
