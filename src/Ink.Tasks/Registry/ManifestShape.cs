using System.Text.Json;

namespace Ink.Tasks.Registry;

/// <summary>Tells an image manifest or index (OCI image specification) from a proxy's login page.</summary>
internal static class ManifestShape
{
    /// <summary>Whether the bytes are a JSON object with <c>schemaVersion</c> 2.</summary>
    public static bool IsManifest(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("schemaVersion", out var version)
                && version.ValueKind == JsonValueKind.Number
                && version.TryGetInt32(out var number)
                && number == 2;
        }
        catch (JsonException)
        {
            return false; // Not JSON, hence not a manifest: the answer to the question.
        }
    }
}
