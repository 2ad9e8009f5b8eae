using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// An image as a tar file in the OCI image layout
/// (https://github.com/opencontainers/image-spec/blob/main/image-layout.md), compressed with gzip or not.
/// </summary>
internal static class OciArchive
{
    private const long LongestIndex = 4 * 1024 * 1024;

    /// <summary>The digest of the image in the archive: the first manifest that its <c>index.json</c> lists.</summary>
    /// <exception cref="InkException">INK4006: no such file, or not such an archive.</exception>
    public static async Task<string> ReadDigestAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw Malformed(path, "it does not exist");
        try
        {
            await using var file = File.OpenRead(path);
            await using var content = IsGzip(file) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
            await using var tar = new TarReader(content);
            while (await tar.GetNextEntryAsync(cancellationToken: cancellationToken) is { } entry)
            {
                var name = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
                if (name != "index.json" || entry.DataStream is not { } stream) continue;
                if (entry.Length > LongestIndex) throw Malformed(path, "its index.json is too large");
                using var json = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
                return DigestOf(json.RootElement) ?? throw Malformed(path, "its index.json lists no image with a sha256 digest");
            }
        }
        catch (Exception error) when (error is JsonException or IOException or InvalidDataException or FormatException or UnauthorizedAccessException)
        {
            throw Malformed(path, $"it is damaged or cannot be read ({error.Message})", error);
        }

        throw Malformed(path, "it holds no index.json, so it is not an OCI image layout");
    }

    private static string? DigestOf(JsonElement index)
    {
        if (index.ValueKind != JsonValueKind.Object || !index.TryGetProperty("manifests", out var manifests)) return null;
        if (manifests.ValueKind != JsonValueKind.Array || manifests.GetArrayLength() == 0) return null;
        var first = manifests[0];
        if (first.ValueKind != JsonValueKind.Object || !first.TryGetProperty("digest", out var digest)) return null;
        var text = digest.ValueKind == JsonValueKind.String ? digest.GetString() : null;
        return ImageReference.IsDigest(text) ? text : null;
    }

    private static bool IsGzip(FileStream file)
    {
        Span<byte> magic = stackalloc byte[2];
        var isGzip = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
        file.Position = 0;
        return isGzip;
    }

    private static InkException Malformed(string path, string what, Exception? inner = null) => new(
        ErrorCodes.Digest, $"The image archive '{path}' cannot be used: {what}. Delete it and publish again.", inner);
}
