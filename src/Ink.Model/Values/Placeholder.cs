using System.Text.RegularExpressions;

namespace Ink.Model.Values;

/// <summary>How a placeholder is written: <c>{domain}</c>; <c>{{domain}}</c> stands for the text itself.</summary>
public static class Placeholder
{
    internal static readonly Regex Pattern = new("\\{\\{(?<literal>[A-Za-z][A-Za-z0-9_]*)\\}\\}|\\{(?<name>[A-Za-z][A-Za-z0-9_]*)\\}", RegexOptions.CultureInvariant);

    /// <summary>The first placeholder of a text that should hold none any more; <see langword="null"/> without one.</summary>
    public static string? LeftIn(string text) =>
        text.IndexOf('{') >= 0 && Pattern.Match(text) is { Success: true } match ? match.Value : null;
}
