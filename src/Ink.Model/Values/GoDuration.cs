using System.Globalization;
using System.Text.RegularExpressions;

namespace Ink.Model.Values;

/// <summary>A duration as Go writes it: <c>1h30m</c>, <c>1.5h</c> (<c>time.ParseDuration</c>); without a sign.</summary>
internal static class GoDuration
{
    // 2^63 nanoseconds.
    private const double Longest = 9_223_372_036;

    private static readonly Regex Grammar = new(
        "^((?<number>[0-9]{1,20}(\\.[0-9]{0,20})?|\\.[0-9]{1,20})(?<unit>ns|us|\u00b5s|\u03bcs|ms|s|m|h))+\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The duration in seconds; <see langword="null"/> where the text is none, or is longer than Go can count.</summary>
    public static double? Seconds(string text)
    {
        var match = Grammar.Match(text);
        if (!match.Success)
            return null;

        var numbers = match.Groups["number"].Captures.Cast<Capture>();
        var units = match.Groups["unit"].Captures.Cast<Capture>();
        var seconds = numbers.Zip(units, (number, unit) => double.Parse(number.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * SecondsOf(unit.Value)).Sum();
        return seconds <= Longest ? seconds : null;
    }

    /// <summary>Whole seconds in the form that Go itself writes (<c>Duration.String</c>): <c>1h0m0s</c>, <c>1m30s</c>, <c>0s</c>.</summary>
    public static string Format(long seconds)
    {
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return hours > 0 ? FormattableString.Invariant($"{hours}h{minutes}m{rest}s")
            : minutes > 0 ? FormattableString.Invariant($"{minutes}m{rest}s")
            : FormattableString.Invariant($"{rest}s");
    }

    private static double SecondsOf(string unit) => unit switch
    {
        "h" => 3600,
        "m" => 60,
        "s" => 1,
        "ms" => 1e-3,
        "ns" => 1e-9,
        _ => 1e-6,
    };
}
