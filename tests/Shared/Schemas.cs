using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Ink.Testing;

/// <summary>The strict JSON schemas of Kubernetes and the custom resources: a file a kind, in the folder of INK_SCHEMAS.</summary>
internal static class Schemas
{
    private static readonly ConcurrentDictionary<string, Lazy<JsonSchema>> Loaded = new(StringComparer.Ordinal);

    // The schemas hold hundreds of patterns, which NJsonSchema has .NET cache; with room for fifteen it parses them again and again.
    static Schemas() => Regex.CacheSize = 1024;

    public static string Folder { get; } = Environment.GetEnvironmentVariable("INK_SCHEMAS") is { Length: > 0 } folder
        ? folder
        : Path.GetFullPath(RepositoryRoot.Combine("..", "shared", "schemas"));

    public static void SkipIfAbsent() => Skip.IfNot(Directory.Exists(Folder), $"No schemas in {Folder}; set INK_SCHEMAS.");

    /// <summary>What is wrong with a document; empty for a valid one.</summary>
    public static IReadOnlyList<string> Validate(string yaml) => Validate(YamlJson.Parse(yaml));

    /// <summary>The same, of one that is read already.</summary>
    public static IReadOnlyList<string> Validate(JsonNode document)
    {
        var schema = For((string)document["apiVersion"]!, (string)document["kind"]!);
        return [.. schema.Validate(Token(document)).Select(error => error.ToString())];
    }

    // What NJsonSchema reads. Not by way of text: to write and parse it again takes longer than the validation.
    private static JToken Token(JsonNode? node) => node switch
    {
        null => JValue.CreateNull(),
        JsonObject mapping => new JObject(mapping.Select(field => new JProperty(field.Key, Token(field.Value)))),
        JsonArray sequence => new JArray(sequence.Select(Token)),
        JsonValue value when value.TryGetValue<string>(out var text) => new JValue(text),
        JsonValue value when value.TryGetValue<bool>(out var flag) => new JValue(flag),
        _ => new JValue((long)node),
    };

    private static JsonSchema For(string apiVersion, string kind)
    {
        var group = apiVersion.Contains('/', StringComparison.Ordinal) ? apiVersion.Replace('/', '_') : $"core_{apiVersion}";
        var path = Path.Combine(Folder, $"{group}_{kind}.json");
        return Loaded.GetOrAdd(path, file => new Lazy<JsonSchema>(() => Load(file))).Value;
    }

    // NJsonSchema reads draft 4: what later drafts call otherwise is renamed, lest it be passed over in silence.
    private static JsonSchema Load(string path) =>
        JsonSchema.FromJsonAsync(AsDraft4(JsonNode.Parse(File.ReadAllText(path))!).ToJsonString()).GetAwaiter().GetResult();

    private static JsonNode AsDraft4(JsonNode root)
    {
        Rename(root, isSchema: true);
        return root;
    }

    private static void Rename(JsonNode? node, bool isSchema)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                Rename(item, isSchema);
        }

        if (node is not JsonObject mapping)
            return;

        foreach (var (key, value) in mapping.ToArray())
            Rename(value, isSchema: !(isSchema && key is "properties" or "$defs"));

        if (!isSchema)
            return;

        if (mapping.Remove("const", out var constant))
            mapping["enum"] = new JsonArray(constant);
        if (mapping.Remove("$defs", out var definitions))
            mapping["definitions"] = definitions;
        if (mapping.TryGetPropertyValue("$ref", out var reference))
            mapping["$ref"] = ((string)reference!).Replace("#/$defs/", "#/definitions/", StringComparison.Ordinal);
    }
}
