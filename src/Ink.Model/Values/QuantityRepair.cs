using System.Globalization;
using System.Text.RegularExpressions;

namespace Ink.Model.Values;

/// <summary>Guesses which quantity somebody meant who wrote units as they are written elsewhere.</summary>
public static class QuantityRepair
{
    private static readonly Regex Written = new(
        "^\\s*(?<number>[0-9]+([.,][0-9]+)?)\\s*(?<unit>[A-Za-z]*)\\s*\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>An amount of CPU: <c>250 m</c>, <c>500M</c>, <c>0,5</c>, <c>2 cores</c>; <see langword="null"/> where nobody can tell.</summary>
    public static string? Cpu(string text)
    {
        if (Split(text) is not var (number, unit))
            return null;
        var repaired = unit.ToUpperInvariant() switch
        {
            // More cores than any machine has: thousandths, whose unit was forgotten.
            "" when decimal.Parse(number, CultureInfo.InvariantCulture) > 1024 => $"{number}m",
            "" or "CORE" or "CORES" or "CPU" or "CPUS" or "VCPU" => number,
            "M" or "MCPU" or "MILLICORES" => $"{number}m",
            _ => null,
        };
        return IfValid(repaired, ResourceAmount.WhyNoCpu);
    }

    /// <summary>
    /// An amount of memory or storage: <c>256m</c>, as Docker and the JVM write mebibytes, <c>1 GB</c>, <c>512mb</c>;
    /// <see langword="null"/> where nobody can tell.
    /// </summary>
    public static string? Bytes(string text)
    {
        if (Split(text) is not var (number, unit) || unit.Length == 0)
            return null;

        // "MB" is said of either million; a container that was to have the greater one is short of memory with the lesser.
        var rest = unit.Substring(1).ToUpperInvariant();
        var prefix = char.ToUpperInvariant(unit[0]);
        return rest is "" or "B" or "I" or "IB" && prefix is 'K' or 'M' or 'G' or 'T'
            ? IfValid($"{number}{prefix}i", ResourceAmount.WhyNoBytes)
            : null;
    }

    /// <summary>Twice an amount of CPU, in thousandths of a core.</summary>
    public static string Doubled(Quantity cpu) => $"{Math.Ceiling(cpu.Value * 2000).ToString("0", CultureInfo.InvariantCulture)}m";

    private static (string Number, string Unit)? Split(string text)
    {
        var match = Written.Match(text);
        return match.Success && text.Length <= 32 ? (match.Groups["number"].Value.Replace(',', '.'), match.Groups["unit"].Value) : null;
    }

    private static string? IfValid(string? text, Func<Quantity, string?> whyNot) =>
        text is not null && Quantity.Parse(text) is { } quantity && whyNot(quantity) is null ? text : null;
}
