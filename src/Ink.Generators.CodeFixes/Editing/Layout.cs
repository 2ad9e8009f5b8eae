using Microsoft.CodeAnalysis.Text;

namespace Ink.Generators.CodeFixes.Editing;

/// <summary>How a text is laid out, so that what is written into it looks like the rest.</summary>
internal static class Layout
{
    /// <summary>A span with its line where nothing else stands on it; else with the blanks that part it from what follows.</summary>
    public static TextSpan WithLine(TextSpan span, SourceText text)
    {
        var first = text.Lines.GetLineFromPosition(span.Start);
        var last = text.Lines.GetLineFromPosition(span.End);
        var end = span.End;
        while (end < last.End && text[end] is ' ' or '\t')
            end++;
        return end == last.End && IsFirstOnLine(span.Start, text)
            ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak)
            : TextSpan.FromBounds(span.Start, end);
    }

    /// <summary>Whether only blanks stand before a position on its line.</summary>
    public static bool IsFirstOnLine(int position, SourceText text) =>
        string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(position).Start, position)));

    /// <summary>The blanks that the line of a position begins with.</summary>
    public static string IndentationAt(int position, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t')
            end++;
        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>One step of indentation: four blanks, or the tab that the text is indented with.</summary>
    public static string StepOf(SourceText text) => text.Lines.Any(line => line.End > line.Start && text[line.Start] == '\t') ? "\t" : "    ";
}
