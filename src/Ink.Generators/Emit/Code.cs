using Microsoft.CodeAnalysis.CSharp;

namespace Ink.Generators.Emit;

/// <summary>Pieces of C#.</summary>
internal static class Code
{
    /// <summary>A string literal, or <c>null</c>.</summary>
    public static string Literal(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Lines at one indentation; without the first one's, which stands in the template.</summary>
    public static string Lines(int indentation, IEnumerable<string> lines) => string.Join("\n" + new string(' ', indentation), lines);

    /// <summary>Text for a doc comment: one line of valid XML.</summary>
    public static string Comment(string text)
    {
        var printable = new string(text.Select(character => char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029' or >= '\uFFFE' ? '?' : character).ToArray());
        return printable.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
    }
}
