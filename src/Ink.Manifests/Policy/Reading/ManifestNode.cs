using System.Globalization;

namespace Ink.Manifests.Policy.Reading;

/// <summary>
/// A value of a manifest: a mapping, a list or a scalar, with the line that it stands in. What is not there is <see cref="Absent"/>, so
/// that a path can be followed without asking at every step.
/// </summary>
internal sealed class ManifestNode
{
    /// <summary>What is not there.</summary>
    public static readonly ManifestNode Absent = new() { IsNull = true };

    private static readonly string[] Yes = ["true", "yes", "on", "y"];
    private static readonly string[] No = ["false", "no", "off", "n"];

    /// <summary>The line in its file, from 1; 0 for <see cref="Absent"/>.</summary>
    public int Line { get; init; }

    /// <summary>The fields of a mapping, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, ManifestNode>> Fields { get; init; } = [];

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<ManifestNode> Items { get; init; } = [];

    /// <summary>The text of a scalar as it was written; <see langword="null"/> for anything else, and for null.</summary>
    public string? Text { get; init; }

    /// <summary>Whether a scalar stands in quotes or in a block, and so is a text whatever it looks like.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether the value is null, or is not there: to Kubernetes the two are the same.</summary>
    public bool IsNull { get; init; }

    /// <summary>Whether there is a value.</summary>
    public bool Exists => !IsNull;

    /// <summary>Whether it is a mapping; an empty one counts.</summary>
    public bool IsMapping { get; init; }

    /// <summary>How many values it is made of, itself included; what stands behind an alias counts each time.</summary>
    public long Size { get; init; } = 1;

    /// <summary>A switch; <see langword="null"/> where it is none. YAML 1.1, which Kubernetes reads, has more words than two.</summary>
    public bool? Flag =>
        Text is null ? null
        : Yes.Contains(Text, StringComparer.OrdinalIgnoreCase) ? true
        : No.Contains(Text, StringComparer.OrdinalIgnoreCase) ? false
        : null;

    /// <summary>A whole number; <see langword="null"/> where it is none.</summary>
    public long? Number => long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A whole number of 32 bits; <see langword="null"/> where it is none.</summary>
    public int? SmallNumber => Number is >= int.MinValue and <= int.MaxValue and { } number ? (int)number : null;

    /// <summary>The texts of a list's scalars.</summary>
    public IEnumerable<string> Texts => Items.Select(item => item.Text).OfType<string>();

    /// <summary>The texts of a mapping's scalars by their keys; of a key that stands twice the last, as readers take it.</summary>
    public IReadOnlyDictionary<string, string> TextFields
    {
        get
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (key, value) in Fields)
            {
                if (value.Text is { } text)
                    fields[key] = text;
            }

            return fields;
        }
    }

    /// <summary>The items of a list with their paths.</summary>
    /// <param name="path">The path of the list.</param>
    public IEnumerable<(ManifestNode Node, string Path)> ItemsAt(string path) => Items.Select((node, i) => (node, ManifestPath.Of(path, i)));

    /// <summary>A field of a mapping, or <see cref="Absent"/>.</summary>
    public ManifestNode this[string key]
    {
        get
        {
            // From the end: of a key that stands twice, readers take the last.
            for (var i = Fields.Count - 1; i >= 0; i--)
            {
                if (Fields[i].Key == key)
                    return Fields[i].Value;
            }

            return Absent;
        }
    }

    /// <summary>What a path leads to (<see cref="ManifestPath"/>), or the last value on the way that is there.</summary>
    public ManifestNode Nearest(string path)
    {
        var node = this;
        foreach (var step in ManifestPath.Steps(path))
        {
            var next = step.Index is { } index ? (index < node.Items.Count ? node.Items[index] : Absent) : node[step.Key];
            // A null has a line of its own, and that is where to look.
            if (next.Line == 0)
                break;
            node = next;
        }

        return node;
    }
}
