using System.Globalization;

namespace Ink.Manifests.Policy.Reading;

/// <summary>
/// Paths within an object: <c>spec.template.spec.containers[0].image</c>. A key that holds a dot stands in brackets and quotes:
/// <c>metadata.annotations['example.com/owner']</c>.
/// </summary>
internal static class ManifestPath
{
    /// <summary>The path of a key below another.</summary>
    public static string Of(string parent, string key)
    {
        if (key.AsSpan().ContainsAny(".['"))
            return $"{parent}['{key}']";
        return parent.Length == 0 ? key : $"{parent}.{key}";
    }

    /// <summary>The path of an item of a list.</summary>
    public static string Of(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    /// <summary>The steps of a path.</summary>
    public static IEnumerable<(string Key, int? Index)> Steps(string path)
    {
        var start = 0;
        while (start < path.Length)
        {
            if (path[start] == '.')
            {
                start++;
                continue;
            }

            if (path[start] != '[')
            {
                var end = path.AsSpan(start).IndexOfAny('.', '[') is >= 0 and var length ? start + length : path.Length;
                yield return (path[start..end], null);
                start = end;
                continue;
            }

            var isKey = start + 1 < path.Length && path[start + 1] == '\'';
            var close = path.IndexOf(isKey ? "']" : "]", start, StringComparison.Ordinal);
            if (close < 0)
                yield break;
            var text = path[(start + (isKey ? 2 : 1))..close];
            if (isKey)
                yield return (text, null);
            else if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                yield return ("", index);
            start = close + (isKey ? 2 : 1);
        }
    }
}
