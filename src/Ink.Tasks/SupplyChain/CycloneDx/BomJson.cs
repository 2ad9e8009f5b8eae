using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ink.Tasks.SupplyChain.CycloneDx;

/// <summary>Writes a bill of materials.</summary>
internal static class BomJson
{
    // Relaxed, so that a licence such as "MIT+" reads as it is; the file is JSON and never HTML.
    private static readonly BomJsonContext Context = new(new JsonSerializerOptions(BomJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The JSON, with a serial number made of all the rest: the same bill gives the same bytes.</summary>
    public static byte[] Write(Bom bom)
    {
        var content = Serialize(bom with { SerialNumber = null });
        return Serialize(bom with { SerialNumber = $"urn:uuid:{IdOf(content)}" });
    }

    private static byte[] Serialize(Bom bom) => JsonSerializer.SerializeToUtf8Bytes(bom, Context.Bom);

    // A UUID of version 8, which RFC 9562 leaves to the application.
    private static Guid IdOf(byte[] content)
    {
        var bytes = SHA256.HashData(content)[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}

/// <summary>Serialisation code made at compile time, as for the manifests.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Bom))]
internal sealed partial class BomJsonContext : JsonSerializerContext;
