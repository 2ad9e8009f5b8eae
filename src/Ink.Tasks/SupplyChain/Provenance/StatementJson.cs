using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ink.Tasks.SupplyChain.Provenance;

/// <summary>Writes a statement.</summary>
internal static class StatementJson
{
    // Relaxed: a '+' in "git+https" stays one; the file is JSON and never HTML.
    private static readonly StatementJsonContext Context = new(new JsonSerializerOptions(StatementJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The JSON.</summary>
    public static byte[] Write(Statement statement) => JsonSerializer.SerializeToUtf8Bytes(statement, Context.Statement);
}

/// <summary>Serialisation code made at compile time, as for the manifests.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Statement))]
internal sealed partial class StatementJsonContext : JsonSerializerContext;
