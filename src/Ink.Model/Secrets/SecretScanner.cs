using Ink.Model.Rules;
using Ink.Model.Secrets.ConnectionStrings;
using Ink.Model.Secrets.Formats;
using Ink.Model.Secrets.Naming;

namespace Ink.Model.Secrets;

/// <summary>
/// Finds secrets in a text, wherever the text comes from: source, a settings file, a rendered object. Two tiers: what has the form of a
/// credential is one anywhere; what has a secret's name beside it must look random as well.
/// </summary>
public static class SecretScanner
{
    /// <summary>Stands in a text for what is not known, as the holes of an interpolated string: what holds it is no literal secret.</summary>
    public const char Hole = '\uFFFC';

    // "Pwd=x;…" beside another setting.
    private const int Shortest = 8;

    /// <summary>Everything that is secret in a value, in its order; no stretch is reported twice.</summary>
    /// <param name="name">What the value is called: a variable, a key of the configuration, a member; <see langword="null"/> where it has no name.</param>
    /// <param name="value">The value.</param>
    /// <returns>Findings of INK3001, INK3002 and INK3003, or one of INK3004 where only the name tells.</returns>
    public static IReadOnlyList<SecretFinding> Scan(string? name, string value) => Scan(value, () => name is null ? [] : [name]);

    /// <summary>The same where names are dear to find out: they are asked for when the value alone says nothing, and only if it could be a secret.</summary>
    /// <param name="value">The value.</param>
    /// <param name="names">What the value is called; one name of several is enough.</param>
    /// <returns>Findings as of the other overload.</returns>
    public static IReadOnlyList<SecretFinding> Scan(string value, Func<IEnumerable<string>> names)
    {
        if (value.Length < Shortest)
            return [];
        if (ScanText(value) is { Count: > 0 } found)
            return found;
        return NamedValue.LooksSecret(value) && names().Any(SecretNames.IsSecret)
            ? [Findings.Whole(RuleCatalogue.LikelySecret, "likely secret", value)]
            : [];
    }

    /// <summary>The same for an environment variable of a manifest, whose literal value everyone who reads the manifest sees.</summary>
    /// <returns>
    /// Findings as of <see cref="Scan"/>; one of INK3007 in their place where the variable's name is a secret's and the value no
    /// placeholder, address, path, number or switch.
    /// </returns>
    public static IReadOnlyList<SecretFinding> ScanVariable(string name, string value)
    {
        var found = Scan(name, value);
        if (!SecretNames.IsSecret(name) || found.Any(finding => finding.Rule == RuleCatalogue.PrivateKey))
            return found;
        var certain = found.Any(finding => finding.Rule != RuleCatalogue.LikelySecret);
        return certain || IsLiteral(value) ? [Findings.Whole(RuleCatalogue.SecretVariable, "literal value", value)] : [];
    }

    /// <summary>Whether a value would be a secret (INK3004) if it had a secret's name.</summary>
    public static bool LooksRandom(string value) => NamedValue.LooksSecret(value);

    // A compiler asks this of every literal of a program: what cannot be there by a text's length or characters is not looked for.
    private static List<SecretFinding>? ScanText(string text)
    {
        List<SecretFinding>? found = null;
        var traits = TextTraits.Of(text);
        if (text.Length >= FormatMatcher.Shortest)
            FormatMatcher.Find(text, ref found);
        if (text.Length >= AnchoredFormats.Shortest)
            AnchoredFormats.Find(text, traits, found ??= []);
        if (traits.HasAddress)
        {
            Webhooks.Find(text, found ??= []);
            UserInfo.Find(text, found);
        }

        if (text.Length >= PrivateKeys.Shortest)
            PrivateKeys.Find(text, found ??= []);
        if (traits.HasEquals)
            ConnectionSecrets.Find(text, found ??= []);
        return found is { Count: > 1 } ? WithoutOverlaps(found) : found;
    }

    // Of two readings of one stretch the first stands: the exact form before the setting that holds it.
    private static List<SecretFinding> WithoutOverlaps(List<SecretFinding> found)
    {
        var kept = new List<SecretFinding>();
        foreach (var finding in found)
        {
            if (!kept.Any(other => finding.Start < other.Start + other.Length && other.Start < finding.Start + finding.Length))
                kept.Add(finding);
        }

        return [.. kept.OrderBy(finding => finding.Start)];
    }

    private static bool IsLiteral(string value) =>
        value.Trim() is { Length: >= 4 } text
        && !Placeholders.Is(text)
        && !bool.TryParse(text, out _)
        && text.IndexOf("://", StringComparison.Ordinal) < 0
        && text[0] != '/'
        && !Guid.TryParse(text, out _);
}
