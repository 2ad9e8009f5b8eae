using System.Globalization;
using System.Text;

namespace Ink.Model.Secrets.Settings;

/// <summary>
/// The texts of a JSON file with their paths and places. Comments and trailing commas are allowed, as .NET's configuration allows them;
/// a file that is being typed gives what can be read of it.
/// </summary>
internal static class JsonSettings
{
    public static IEnumerable<SettingEntry> Read(string text)
    {
        var path = new Path();
        var i = 0;
        while (i < text.Length)
        {
            switch (text[i])
            {
                case '{' or '[':
                    path.Open(isList: text[i] == '[');
                    i++;
                    break;
                case '}' or ']':
                    path.Close();
                    i++;
                    break;
                case ',':
                    path.Next();
                    i++;
                    break;
                case '/' when i + 1 < text.Length && text[i + 1] is '/' or '*':
                    i = EndOfComment(text, i);
                    break;
                case '"':
                    var start = i;
                    var value = ReadString(text, ref i);
                    if (IsKey(text, i))
                        path.Name(value);
                    else
                        yield return new SettingEntry(path.ToString(), value, start, i - start);
                    break;
                default:
                    i++;
                    break;
            }
        }
    }

    private static int EndOfComment(string text, int start)
    {
        var close = text[start + 1] == '/' ? "\n" : "*/";
        var end = text.IndexOf(close, start + 2, StringComparison.Ordinal);
        return end < 0 ? text.Length : end + close.Length;
    }

    private static bool IsKey(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
            i++;
        return i < text.Length && text[i] == ':';
    }

    // Ends at the line's end where the closing quote is missing, so that the rest of the file can still be read.
    private static string ReadString(string text, ref int i)
    {
        var value = new StringBuilder();
        for (i++; i < text.Length && text[i] is not ('"' or '\n'); i++)
            value.Append(text[i] == '\\' ? ReadEscape(text, ref i) : text[i]);
        if (i < text.Length && text[i] == '"')
            i++;
        return value.ToString();
    }

    private static char ReadEscape(string text, ref int i)
    {
        if (i + 1 >= text.Length || text[i + 1] == '\n')
            return '\\';
        i++;
        switch (text[i])
        {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u' when i + 4 < text.Length && ushort.TryParse(text.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                i += 4;
                return (char)code;
            default:
                return text[i];
        }
    }

    /// <summary>Where in the file the reader is, as .NET's configuration writes it: <c>Servers:0:Password</c>.</summary>
    private sealed class Path
    {
        private readonly List<Level> _levels = [];

        public void Open(bool isList) => _levels.Add(new Level { Index = isList ? 0 : -1 });

        public void Close()
        {
            if (_levels.Count > 0)
                _levels.RemoveAt(_levels.Count - 1);
        }

        public void Name(string name)
        {
            if (_levels.Count == 0)
                _levels.Add(new Level { Index = -1 });
            _levels[_levels.Count - 1].Key = name;
        }

        public void Next()
        {
            if (_levels.Count > 0 && _levels[_levels.Count - 1] is { Index: >= 0 } list)
                list.Index++;
        }

        public override string ToString() =>
            string.Join(":", _levels.Select(level => level.Index < 0 ? level.Key : level.Index.ToString(CultureInfo.InvariantCulture)).Where(part => part.Length > 0));

        private sealed class Level
        {
            public string Key { get; set; } = "";

            public int Index { get; set; }
        }
    }
}
