using System.Buffers;
using System.Text;

namespace Ink.Manifests.Yaml;

/// <summary>
/// What a text may look like without being taken for something else. Sources: "Resolution" and "Plain Style" of YAML 1.1 and 1.2.2,
/// and the types of YAML 1.1 (booleans such as <c>no</c>, numbers in base 60, dates). Quotes where they are not needed do no harm, so
/// the judgement is on the safe side.
/// </summary>
internal static class YamlText
{
    private static readonly SearchValues<char> FirstOfPlain =
        SearchValues.Create("/_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> InPlain =
        SearchValues.Create(" !#$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~");

    // Every number, in any base, with any exponent or separator, and every date and time is made of these alone.
    private static readonly SearchValues<char> InNumber = SearchValues.Create("0123456789abcdefABCDEFxXoOtTzZ_.:+- ");

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf",
    };

    /// <summary>Whether the text can stand without quotes.</summary>
    public static bool IsPlainSafe(string text)
    {
        if (text.Length == 0 || !FirstOfPlain.Contains(text[0]) || text[^1] is ' ' or ':')
            return false;
        if (text.AsSpan().ContainsAnyExcept(InPlain))
            return false;
        if (text.Contains(": ", StringComparison.Ordinal) || text.Contains(" #", StringComparison.Ordinal))
            return false;
        return !Words.Contains(text) && !(char.IsAsciiDigit(text[0]) && !text.AsSpan().ContainsAnyExcept(InNumber));
    }

    /// <summary>Whether the text holds characters beyond the basic plane, such as emoji.</summary>
    public static bool HasSupplementary(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    /// <summary>
    /// Whether the text can stand as a block of lines and be read back exactly: lines that begin or end with white space, that are
    /// empty at either end of the text, or that hold what is not printable, cannot in every reader and editor.
    /// </summary>
    public static bool IsLiteralSafe(string text)
    {
        var lines = text.Split('\n');
        var last = lines[^1].Length == 0 ? lines.Length - 2 : lines.Length - 1;
        return last >= 0
            && lines[0].Length > 0 && lines[0][0] != ' '
            && lines[last].Length > 0
            && Array.TrueForAll(lines, line => IsPrintable(line) && (line.Length == 0 || line[^1] != ' '));
    }

    /// <summary>Whether all characters can stand as they are on one line, in every reader.</summary>
    public static bool IsPrintable(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsPrintable(rune))
                return false;
        }

        return true;
    }

    // U+0085, U+2028 and U+2029 break lines in YAML 1.1, U+FEFF is a byte order mark, and U+FFFD stands for a broken pair.
    private static bool IsPrintable(Rune rune) =>
        rune.Value is (>= ' ' and <= '~') or (>= 0xA0 and < 0xD800 and not 0x2028 and not 0x2029)
            or (>= 0xE000 and < 0xFFFD and not 0xFEFF) or (>= 0x10000 and <= 0x10FFFF);
}
