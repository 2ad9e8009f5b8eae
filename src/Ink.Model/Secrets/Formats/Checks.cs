namespace Ink.Model.Secrets.Formats;

/// <summary>What formats ask beside prefix, alphabet and length.</summary>
internal static class Checks
{
    /// <summary>Parts of these lengths with a separator between; a negative length is a least one.</summary>
    public static Func<string, int, int, bool> Parts(char separator, params int[] lengths) => (text, start, end) =>
    {
        for (var i = 0; i < lengths.Length; i++)
        {
            var stop = text.IndexOf(separator, start, end - start);
            // All but the last part end at a separator, and the last one has none in it.
            if (stop < 0 != (i == lengths.Length - 1))
                return false;
            var length = (stop < 0 ? end : stop) - start;
            if (lengths[i] < 0 ? length < -lengths[i] : length != lengths[i])
                return false;
            start = stop + 1;
        }

        return true;
    };

    /// <summary>Hyphens where a UUID has them.</summary>
    public static bool Uuid(string text, int start, int end) => end - start == 36 && Guid.TryParse(text.Substring(start, 36), out _);

    /// <summary>A JSON Web Token: three parts, the first of which decodes to JSON that names an algorithm (RFC 7519, RFC 7515).</summary>
    public static bool Jwt(string text, int start, int end)
    {
        // The format's prefix is the beginning of the header, "eyJ".
        start -= 3;
        var header = text.IndexOf('.', start, end - start);
        if (header < 0)
            return false;
        var payload = text.IndexOf('.', header + 1, end - header - 1);
        return payload - header > 10
            && end - payload > 20
            && text.IndexOf('.', payload + 1, end - payload - 1) < 0
            && string.CompareOrdinal(text, header + 1, "eyJ", 0, 3) == 0
            && DecodedHolds(text.Substring(start, header - start), "\"alg\"");
    }

    /// <summary>Whether base64 (either alphabet, padded or not) decodes to text with a word in it.</summary>
    private static bool DecodedHolds(string base64, string word)
    {
        try
        {
            var padded = base64.Replace('-', '+').Replace('_', '/');
            var bytes = Convert.FromBase64String(padded.PadRight((padded.Length + 3) / 4 * 4, '='));
            return System.Text.Encoding.UTF8.GetString(bytes).Contains(word);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
