using System.Globalization;

namespace Ink.Model.Secrets;

/// <summary>What messages show of a secret.</summary>
internal static class SecretText
{
    private const int Shown = 4;

    // Of a shorter one, four characters would be most of it.
    private const int ShortestShown = 8;

    /// <summary>The first four characters and the length: <c>"ghp_…" (40 characters)</c>.</summary>
    public static string Show(string text, int start, int length)
    {
        var count = length.ToString(CultureInfo.InvariantCulture);
        return length < ShortestShown ? $"({count} characters)" : $"\"{Printable(text, start)}…\" ({count} characters)";
    }

    // Line breaks and controls would tear the message apart.
    private static string Printable(string text, int start)
    {
        var shown = text.Substring(start, Shown).ToCharArray();
        for (var i = 0; i < shown.Length; i++)
        {
            if (char.IsControl(shown[i]) || char.IsSurrogate(shown[i]))
                shown[i] = '?';
        }

        return new string(shown);
    }
}
