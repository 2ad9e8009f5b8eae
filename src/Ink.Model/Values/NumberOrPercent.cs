using System.Globalization;
using System.Text.RegularExpressions;

namespace Ink.Model.Values;

/// <summary>
/// A count of pods, absolute (<c>2</c>) or relative (<c>25%</c>): the <c>IntOrString</c> of a disruption budget ("Specifying a
/// Disruption Budget for your Application" in the Kubernetes documentation).
/// </summary>
/// <param name="Value">The number or the percentage.</param>
/// <param name="IsPercent">Whether it is a percentage.</param>
public sealed record NumberOrPercent(int Value, bool IsPercent)
{
    private static readonly Regex Grammar = new("^(?<number>[0-9]{1,5})(?<percent>%)?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Reads one; <see langword="null"/> where the text is none, or is more than 100%.</summary>
    public static NumberOrPercent? Parse(string text)
    {
        var match = Grammar.Match(text);
        if (!match.Success)
            return null;
        var value = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        var isPercent = match.Groups["percent"].Success;
        return isPercent && value > 100 ? null : new NumberOrPercent(value, isPercent);
    }

    /// <summary>How many of <paramref name="pods"/> it means; Kubernetes rounds up.</summary>
    public int Of(int pods) => IsPercent ? ((pods * Value) + 99) / 100 : Value;
}
