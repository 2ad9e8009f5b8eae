using System.Runtime.CompilerServices;

namespace Ink.Model.Secrets.Naming;

/// <summary>Whether a value beside a secret's name looks like a secret. Its form alone says nothing, so it has to be random.</summary>
internal static class NamedValue
{
    private const int Shortest = 8;
    private const int Longest = 4096;
    private const double Floor = 3.5;
    private const double HexFloor = 3.0;

    // A short text cannot reach the floor however random it is: eight characters have three bits each at most. They need this share of theirs.
    private const double ShareOfMost = 0.85;

    // With its hyphens: without them it may as well be a key.
    private const int ShortestGuid = 36;

    private static readonly Alphabet Token = Alphabet.Of("0-9A-Za-z_.:-");
    private static readonly Alphabet NumberOrDate = Alphabet.Of("0-9.,:+TZ%-");
    private static readonly Alphabet Letter = Alphabet.Of("A-Za-z");
    private static readonly Alphabet Capital = Alphabet.Of("A-Z");
    private static readonly Alphabet Vowel = Alphabet.Of("aeiouyAEIOUY");
    private static readonly char[] Separators = ['/', '\\'];

    [MethodImpl(Hot.Loop)]
    public static bool LooksSecret(string value)
    {
        if (value.Length is < Shortest or > Longest || !HasDigitAndNoBlank(value))
            return false;
        // From what is told at once to what takes a while.
        return !IsPlain(value) && IsRandom(TextShape.Of(value)) && !IsSequence(value) && !Placeholders.Is(value);
    }

    private static bool IsRandom(TextShape shape) =>
        shape.Entropy >= Math.Min(shape.IsHex ? HexFloor : Floor, Math.Log(shape.Length, 2) * ShareOfMost);

    // Not by LINQ: next to every literal that holds a digit comes here.
    private static bool HasDigitAndNoBlank(string value)
    {
        var hasDigit = false;
        foreach (var c in value)
        {
            if (char.IsWhiteSpace(c))
                return false;
            hasDigit |= Alphabet.Digit.Has(c);
        }

        return hasDigit;
    }

    /// <summary>Whether a value is something that people write openly, whatever its name: a number, a switch, an address, a path, a GUID, an identifier.</summary>
    public static bool IsPlain(string value) =>
        IsPath(value) || IsNumberOrDate(value, 0, value.Length) || IsIdentifier(value) || IsAddress(value) || IsMarkup(value) || IsGuid(value);

    private static bool IsGuid(string value) => value.Length >= ShortestGuid && value.IndexOf('-') >= 0 && Guid.TryParse(value, out _);

    private static bool IsAddress(string value) => value.IndexOf("://", StringComparison.Ordinal) >= 0 || value.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    [MethodImpl(Hot.Loop)]
    private static bool IsPath(string value)
    {
        if (value[0] is '~' || value.StartsWith("./", StringComparison.Ordinal) || value.StartsWith("../", StringComparison.Ordinal) || (value.Length > 2 && value[1] == ':' && value[2] is '\\' or '/'))
            return true;
        // Base64 has slashes as well, but no words between them.
        var start = 0;
        for (var end = EndOfPart(value, start); end < value.Length || start > 0; end = EndOfPart(value, start))
        {
            if (end > start && !IsNumberOrDate(value, start, end) && !IsIdentifier(value, start, end))
                return false;
            if (end == value.Length)
                return true;
            start = end + 1;
        }

        return false;
    }

    private static int EndOfPart(string value, int start) => value.IndexOfAny(Separators, start) is >= 0 and var end ? end : value.Length;

    private static bool IsNumberOrDate(string value, int start, int end)
    {
        for (; start < end; start++)
        {
            if (!NumberOrDate.Has(value[start]))
                return false;
        }

        return true;
    }

    private static bool IsMarkup(string value) => value[0] is '{' or '<' or '(' or '&' or '?' || value.IndexOf("=>", StringComparison.Ordinal) >= 0 || value.IndexOf("()", StringComparison.Ordinal) >= 0;

    // Words with at most one number of a few digits: MyApp.Tokens.AccessToken2, oauth2-token-v1, x-api-key. In random text the digits are everywhere.
    internal static bool IsIdentifier(string value) => IsIdentifier(value, 0, value.Length);

    [MethodImpl(Hot.Loop)]
    private static bool IsIdentifier(string value, int start, int end)
    {
        int groups = 0, digits = 0, words = 0, letters = 0, vowels = 0;
        for (var i = start; i < end; i++)
        {
            var c = value[i];
            if (!Token.Has(c))
                return false;
            if (Alphabet.Digit.Has(c))
            {
                digits++;
                if (i == start || !Alphabet.Digit.Has(value[i - 1]))
                    groups++;
            }
            else if (Letter.Has(c))
            {
                letters++;
                if (Vowel.Has(c))
                    vowels++;
                if ((i == start || !Letter.Has(value[i - 1]) || (Capital.Has(c) && !Capital.Has(value[i - 1]))) && !IsVersion(value, i, end))
                    words++;
            }
        }

        // Every word that can be said has vowels; abbreviations have fewer.
        return letters > 0 && digits <= 4 && groups <= (words >= 4 ? 2 : 1) && letters >= 3 * words && letters >= 2 * digits && vowels * 5 >= letters;
    }

    // The v of v2.
    private static bool IsVersion(string value, int i, int end) => value[i] is 'v' or 'V' && i + 1 < end && Alphabet.Digit.Has(value[i + 1]);

    // An alphabet, or part of one, as programs that make tokens have it.
    private static bool IsSequence(string value)
    {
        var rising = 0;
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] == value[i - 1] + 1)
                rising++;
        }

        return rising * 2 >= value.Length;
    }
}
