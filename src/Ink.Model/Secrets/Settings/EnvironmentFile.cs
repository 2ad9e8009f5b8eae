namespace Ink.Model.Secrets.Settings;

/// <summary>The variables of a .env file: <c>NAME=value</c> lines, with <c>export</c>, quotes and comments as shells and Docker have them.</summary>
internal static class EnvironmentFile
{
    private const string Export = "export ";

    public static IEnumerable<SettingEntry> Read(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            if (ReadLine(text, start, end) is { } entry)
            {
                yield return entry;
                // A quoted value may have lines of its own: a private key.
                end = Math.Max(end, entry.Start + entry.Length);
            }

            start = end + 1;
        }
    }

    private static SettingEntry? ReadLine(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        if (start >= end || text[start] == '#')
            return null;
        if (end - start > Export.Length && string.CompareOrdinal(text, start, Export, 0, Export.Length) == 0)
            start += Export.Length;
        var equals = text.IndexOf('=', start, end - start);
        if (equals <= start)
            return null;

        var key = text.Substring(start, equals - start).Trim();
        var value = equals + 1;
        while (value < end && text[value] is ' ' or '\t')
            value++;
        if (value < end && text[value] is '"' or '\'' && text.IndexOf(text[value], value + 1) is var close and > 0)
            return new SettingEntry(key, text.Substring(value + 1, close - value - 1).Replace("\\n", "\n"), value, close + 1 - value);

        var comment = text.IndexOf(" #", value, end - value, StringComparison.Ordinal);
        var plain = text.Substring(value, (comment < 0 ? end : comment) - value).TrimEnd();
        return new SettingEntry(key, plain, value, plain.Length);
    }
}
