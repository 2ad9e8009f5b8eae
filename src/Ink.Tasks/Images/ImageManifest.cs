using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Images;

/// <summary>An image manifest or index (OCI image specification), as the bytes that a registry keeps.</summary>
/// <param name="Content">The JSON, in UTF-8.</param>
/// <param name="MediaType">Its type.</param>
internal sealed record ImageManifest(ReadOnlyMemory<byte> Content, string MediaType)
{
    /// <summary>Its name: whatever happens to it, these bytes and no others have it.</summary>
    public string Digest { get; } = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Content.Span))}";

    /// <summary>Reads what the SDK says that it built.</summary>
    /// <exception cref="InkException">INK4006: it is no manifest, or names no type.</exception>
    public static ImageManifest Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("mediaType", out var type) && type.ValueKind == JsonValueKind.String)
                return new ImageManifest(Encoding.UTF8.GetBytes(json), type.GetString()!);
        }
        catch (JsonException)
        {
            // Said below: what it is instead would help nobody.
        }

        throw new InkException(ErrorCodes.Digest, "The .NET SDK published an image and did not say which: it gave no manifest with a media type. Check that no target of the project changes GeneratedContainerManifest or GeneratedImageIndex.");
    }
}
