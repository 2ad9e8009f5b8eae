using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ink.Testing;

/// <summary>Reads YAML as Kubernetes does, independently of the code that writes it: a plain scalar may be a number or a switch.</summary>
internal static class YamlJson
{
    /// <summary>The one document of a text.</summary>
    public static JsonNode Parse(string yaml) => ParseAll(yaml).Single();

    /// <summary>Every document of a stream, as kustomize writes one.</summary>
    public static IReadOnlyList<JsonNode> ParseAll(string yaml)
    {
        // By events: with a tree in between it takes twice as long, and the property tests read a hundred thousand documents.
        var parser = new Parser(new StringReader(yaml));
        var documents = new List<JsonNode>();
        parser.Consume<StreamStart>();
        while (parser.TryConsume<DocumentStart>(out _))
        {
            documents.Add(Read(parser)!);
            parser.Consume<DocumentEnd>();
        }

        parser.Consume<StreamEnd>();
        return documents;
    }

    private static JsonNode? Read(Parser parser) => parser.Consume<NodeEvent>() switch
    {
        MappingStart => ReadMapping(parser),
        SequenceStart => ReadSequence(parser),
        Scalar { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value),
        Scalar scalar => JsonValue.Create(scalar.Value),
        var other => throw new InvalidOperationException($"No JSON for {other}."),
    };

    private static JsonObject ReadMapping(Parser parser)
    {
        var mapping = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
            mapping.Add(parser.Consume<Scalar>().Value, Read(parser));
        return mapping;
    }

    private static JsonArray ReadSequence(Parser parser)
    {
        var sequence = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
            sequence.Add(Read(parser));
        return sequence;
    }

    private static JsonValue? Plain(string text) => text switch
    {
        "null" or "~" or "" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
