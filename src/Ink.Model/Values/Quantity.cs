using System.Globalization;
using System.Text.RegularExpressions;

namespace Ink.Model.Values;

/// <summary>
/// A Kubernetes resource quantity: <c>250m</c> CPU, <c>256Mi</c> memory. Source: "Resource units in Kubernetes" and the
/// <c>Quantity</c> grammar of the API reference.
/// </summary>
/// <param name="Text">As it was written.</param>
/// <param name="Value">In the base unit: cores for CPU, bytes for memory and storage.</param>
public sealed record Quantity(string Text, decimal Value) : IComparable<Quantity>
{
    private static readonly Regex Grammar = new(
        "^(?<number>[0-9]+(\\.[0-9]*)?|\\.[0-9]+)(?<suffix>[numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]{1,2})?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Dictionary<string, decimal> Suffixes = new(StringComparer.Ordinal)
    {
        [""] = 1m,
        ["n"] = 0.000000001m,
        ["u"] = 0.000001m,
        ["m"] = 0.001m,
        ["k"] = 1_000m,
        ["M"] = 1_000_000m,
        ["G"] = 1_000_000_000m,
        ["T"] = 1_000_000_000_000m,
        ["P"] = 1_000_000_000_000_000m,
        ["E"] = 1_000_000_000_000_000_000m,
        ["Ki"] = 1024m,
        ["Mi"] = 1024m * 1024,
        ["Gi"] = 1024m * 1024 * 1024,
        ["Ti"] = 1024m * 1024 * 1024 * 1024,
        ["Pi"] = 1024m * 1024 * 1024 * 1024 * 1024,
        ["Ei"] = 1024m * 1024 * 1024 * 1024 * 1024 * 1024,
    };

    /// <summary>Reads a quantity; <see langword="null"/> where the text is none, is negative or leaves the range of 64 bits.</summary>
    public static Quantity? Parse(string text)
    {
        var match = Grammar.Match(text);
        if (!match.Success || text.Length > 32)
            return null;

        var suffix = match.Groups["suffix"].Value;
        var isExponent = suffix.Length > 1 && suffix[0] is 'e' or 'E' && suffix[suffix.Length - 1] != 'i';
        var number = isExponent ? text : match.Groups["number"].Value;
        if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return null;

        // Divided first: the product may leave the range of decimal itself.
        var factor = isExponent ? 1m : Suffixes[suffix];
        return value > long.MaxValue / factor ? null : new Quantity(text, value * factor);
    }

    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    /// <summary>Compares the amounts; <c>1000m</c> equals <c>1</c>.</summary>
    public int CompareTo(Quantity? other) => other is null ? 1 : Value.CompareTo(other.Value);
}
