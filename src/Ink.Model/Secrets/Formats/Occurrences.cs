namespace Ink.Model.Secrets.Formats;

/// <summary>Where a word stands in a text.</summary>
internal static class Occurrences
{
    public static IEnumerable<int> Of(string text, string word)
    {
        // Mostly there is none, and then nothing is made.
        var first = text.IndexOf(word, StringComparison.Ordinal);
        return first < 0 ? [] : From(text, word, first);
    }

    private static IEnumerable<int> From(string text, string word, int at)
    {
        for (; at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            yield return at;
    }
}
