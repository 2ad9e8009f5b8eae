using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ink.Manifests.Policy.Reading;

/// <summary>Reads YAML, and JSON with it, into <see cref="ManifestNode"/>s.</summary>
internal sealed class NodeReader
{
    // What no manifest comes near and a hostile one exceeds: aliases of aliases grow without bound.
    private const int Deepest = 100;
    private const long Largest = 1_000_000;

    private static readonly string[] Nulls = ["", "~", "null", "Null", "NULL"];

    private readonly Parser _parser;
    private readonly Dictionary<string, ManifestNode> _anchors = new(StringComparer.Ordinal);
    private long _size;

    private NodeReader(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>The documents of a text. Empty ones are left out.</summary>
    /// <exception cref="ManifestFormatException">It is no YAML; the message says where.</exception>
    public static IReadOnlyList<ManifestNode> Read(string text)
    {
        try
        {
            return [.. new NodeReader(text).Documents()];
        }
        catch (YamlException exception)
        {
            throw new ManifestFormatException((int)exception.Start.Line, Reason(exception), exception);
        }
        // What the parser throws on its way through some broken texts, instead of saying so.
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new ManifestFormatException(1, $"it cannot be parsed ({exception.GetType().Name})", exception);
        }
    }

    private static string Reason(YamlException exception) => (exception.InnerException ?? exception).Message.TrimEnd('.').ReplaceLineEndings(" ");

    private List<ManifestNode> Documents()
    {
        var documents = new List<ManifestNode>();
        _parser.Consume<StreamStart>();
        while (!_parser.TryConsume<StreamEnd>(out _))
        {
            _parser.Consume<DocumentStart>();
            _anchors.Clear();
            if (Node(depth: 0) is { Exists: true } node)
                documents.Add(node);
            _parser.Consume<DocumentEnd>();
        }

        return documents;
    }

    private ManifestNode Node(int depth)
    {
        var line = (int)(_parser.Current?.Start.Line ?? 0);
        if (depth > Deepest)
            throw new ManifestFormatException(line, $"values are nested deeper than {Deepest} levels");

        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return Count(_anchors.TryGetValue(alias.Value.Value, out var anchored) ? anchored : throw new ManifestFormatException(line, $"the alias *{alias.Value} has no anchor before it"));
        if (_parser.TryConsume<Scalar>(out var scalar))
            return Anchor(scalar, Scalar(scalar, line));
        if (_parser.TryConsume<SequenceStart>(out var sequence))
            return Anchor(sequence, Sequence(line, depth));
        return Anchor(_parser.Consume<MappingStart>(), Mapping(line, depth));
    }

    private static ManifestNode Scalar(Scalar scalar, int line)
    {
        var isQuoted = scalar.Style != ScalarStyle.Plain;
        var isNull = !isQuoted && Nulls.Contains(scalar.Value, StringComparer.Ordinal);
        return new ManifestNode { Line = line, Text = isNull ? null : scalar.Value, IsQuoted = isQuoted, IsNull = isNull };
    }

    private ManifestNode Sequence(int line, int depth)
    {
        var items = new List<ManifestNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(depth + 1));
        return new ManifestNode { Line = line, Items = items, Size = 1 + items.Sum(item => item.Size) };
    }

    private ManifestNode Mapping(int line, int depth)
    {
        var fields = new List<KeyValuePair<string, ManifestNode>>();
        var merged = new List<KeyValuePair<string, ManifestNode>>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is { Text: "<<", IsQuoted: false })
                merged.AddRange(value.IsMapping ? value.Fields : value.Items.Reverse().SelectMany(item => item.Fields));
            else
                fields.Add(new(key.Text ?? "", value));
        }

        // Before the mapping's own fields, which win.
        fields.InsertRange(0, merged);
        return new ManifestNode { Line = line, Fields = fields, IsMapping = true, Size = 1 + fields.Sum(field => 1 + field.Value.Size) };
    }

    private ManifestNode Anchor(NodeEvent start, ManifestNode node)
    {
        // Known only when it is complete: one that holds itself finds no anchor.
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor.Value] = node;
        return node.Size > 1 ? node : Count(node);
    }

    private ManifestNode Count(ManifestNode node)
    {
        _size += node.Size;
        return _size <= Largest ? node : throw new ManifestFormatException(node.Line, $"it comes to more than {Largest} values");
    }
}
