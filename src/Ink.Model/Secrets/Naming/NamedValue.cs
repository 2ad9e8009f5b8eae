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

    private static readonly Alphabet Token = Alphabet.Of("0-9A-Za-z_.:-");

    public static bool LooksSecret(string value)
    {
        if (value.Length is < Shortest or > Longest || !HasDigitAndNoBlank(value))
            return false;
        var shape = TextShape.Of(value);
        return shape.Entropy >= Math.Min(shape.IsHex ? HexFloor : Floor, Math.Log(value.Length, 2) * ShareOfMost)
            && !IsPlain(value)
            && !IsSequence(value)
            && !Placeholders.Is(value);
    }

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
        IsGuid(value) || IsAddress(value) || IsPath(value) || IsNumberOrDate(value) || IsIdentifier(value) || IsMarkup(value);

    private static bool IsGuid(string value) => Guid.TryParse(value, out _) && value.IndexOf('-') >= 0;

    private static bool IsAddress(string value) => value.IndexOf("://", StringComparison.Ordinal) >= 0 || value.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    private static bool IsPath(string value)
    {
        if (value[0] is '~' || value.StartsWith("./", StringComparison.Ordinal) || value.StartsWith("../", StringComparison.Ordinal) || (value.Length > 2 && value[1] == ':' && value[2] is '\\' or '/'))
            return true;
        // Base64 has slashes as well, but no words between them.
        var parts = value.Split('/', '\\');
        return parts.Length > 1 && parts.All(part => part.Length == 0 || IsNumberOrDate(part) || IsIdentifier(part));
    }

    private static bool IsNumberOrDate(string value) => value.All(c => Alphabet.Digit.Has(c) || c is '.' or ',' or ':' or '-' or '+' or 'T' or 'Z' or '%');

    private static bool IsMarkup(string value) => value[0] is '{' or '<' or '(' or '&' or '?' || value.IndexOf("=>", StringComparison.Ordinal) >= 0 || value.IndexOf("()", StringComparison.Ordinal) >= 0;

    // Words with at most one number of a few digits: MyApp.Tokens.AccessToken2, oauth2-token-v1, x-api-key. In random text the digits are everywhere.
    internal static bool IsIdentifier(string value)
    {
        if (!value.All(Token.Has))
            return false;
        int groups = 0, digits = 0, words = 0, letters = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (Alphabet.Digit.Has(c))
            {
                digits++;
                if (i == 0 || !Alphabet.Digit.Has(value[i - 1]))
                    groups++;
            }
            else if (char.IsLetter(c))
            {
                letters++;
                if ((i == 0 || !char.IsLetter(value[i - 1]) || (char.IsUpper(c) && !char.IsUpper(value[i - 1]))) && !IsVersion(value, i))
                    words++;
            }
        }

        return letters > 0 && digits <= 4 && groups <= (words >= 4 ? 2 : 1) && letters >= 3 * words && letters >= 2 * digits && HasVowels(value, letters);
    }

    // The v of v2.
    private static bool IsVersion(string value, int i) => value[i] is 'v' or 'V' && i + 1 < value.Length && Alphabet.Digit.Has(value[i + 1]);

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

    // Every word that can be said has some; abbreviations have fewer.
    private static bool HasVowels(string value, int letters)
    {
        var vowels = value.Count(c => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'A' or 'E' or 'I' or 'O' or 'U' or 'Y');
        return vowels * 5 >= letters;
    }
}
