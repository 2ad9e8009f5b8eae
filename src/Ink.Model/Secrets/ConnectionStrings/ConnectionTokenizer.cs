using System.Text;

namespace Ink.Model.Secrets.ConnectionStrings;

/// <summary>
/// Takes a connection string apart by the rules of ADO.NET ("Connection String Syntax"): <c>==</c> in a key is one character, a value may
/// stand in either quotes, where a doubled quote is one, and without quotes it ends at the separator.
/// </summary>
internal static class ConnectionTokenizer
{
    public static List<ConnectionPart> Split(string text, char separator)
    {
        var parts = new List<ConnectionPart>();
        var i = 0;
        while (i < text.Length)
        {
            var key = new StringBuilder();
            var start = i;
            while (i < text.Length && text[i] != separator && !IsAssignment(text, i))
            {
                if (!char.IsWhiteSpace(text[i]))
                    key.Append(char.ToLowerInvariant(text[i]));
                // The second half of a doubled sign.
                i += text[i] == '=' ? 2 : 1;
            }

            if (i >= text.Length || text[i] == separator)
            {
                parts.Add(new ConnectionPart("", start, Math.Min(i, text.Length)));
                i++;
                continue;
            }

            i = ReadValue(text, i + 1, separator, key.ToString(), parts);
        }

        return parts;
    }

    private static bool IsAssignment(string text, int i) => text[i] == '=' && (i + 1 >= text.Length || text[i + 1] != '=');

    // Gives the place after the separator.
    private static int ReadValue(string text, int i, char separator, string key, List<ConnectionPart> parts)
    {
        while (i < text.Length && text[i] == ' ' && separator != ' ')
            i++;
        if (i < text.Length && text[i] is '"' or '\'' && EndOfQuoted(text, i) is var close and > 0)
        {
            parts.Add(new ConnectionPart(key, i + 1, close));
            var after = text.IndexOf(separator, close);
            return after < 0 ? text.Length : after + 1;
        }

        var end = i < text.Length ? text.IndexOf(separator, i) : -1;
        if (end < 0)
            end = text.Length;
        var last = end;
        while (last > i && char.IsWhiteSpace(text[last - 1]))
            last--;
        parts.Add(new ConnectionPart(key, i, last));
        return end + 1;
    }

    private static int EndOfQuoted(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] != text[open])
                continue;
            if (i + 1 < text.Length && text[i + 1] == text[open])
                i++;
            else
                return i;
        }

        return -1;
    }
}
