using Ink.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.CodeFixes.Editing;

/// <summary>Where an attribute goes that nobody wrote yet.</summary>
internal static class AttributeHome
{
    private const string Program = "Program.cs";

    /// <summary>The file where the others stand, else the program; <see langword="null"/> for a project without source.</summary>
    public static Document? Of(Project project, Compilation compilation, CancellationToken cancellationToken)
    {
        var trees = compilation.SyntaxTrees.Where(tree => project.GetDocument(tree) is not null and not SourceGeneratedDocument).ToList();
        var beside = compilation.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass is { } type && InkAttributes.KindOf(type) is not null)
            .Select(attribute => attribute.ApplicationSyntaxReference?.SyntaxTree)
            .FirstOrDefault(tree => tree is not null && trees.Contains(tree));
        var home = beside
            ?? trees.FirstOrDefault(tree => string.Equals(Path.GetFileName(tree.FilePath), Program, StringComparison.OrdinalIgnoreCase))
            ?? (compilation.GetEntryPoint(cancellationToken)?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is { } entry && trees.Contains(entry) ? entry : trees.FirstOrDefault());
        return project.GetDocument(home);
    }

    /// <summary>How an attribute of Ink is called there: without its namespace where that is imported.</summary>
    public static string NameOf(string attribute, SemanticModel model)
    {
        var end = model.SyntaxTree.Length;
        var isImported = model.LookupNamespacesAndTypes(end, name: $"{attribute}Attribute").Any(symbol => symbol is INamedTypeSymbol type && InkAttributes.KindOf(type) is not null);
        return isImported ? attribute : $"Ink.{attribute}";
    }

    /// <summary>
    /// Where attribute lists go, and what comes before and after them: behind the others, else behind the usings with a blank line on
    /// either side.
    /// </summary>
    public static (int Position, string Before, string After) PlaceIn(CompilationUnitSyntax root)
    {
        var newLine = NewLineOf(root);
        var previous = (SyntaxNode?)root.AttributeLists.LastOrDefault() ?? (SyntaxNode?)root.Usings.LastOrDefault() ?? root.Externs.LastOrDefault();
        var next = root.Members.Count > 0 ? root.Members[0].GetFirstToken() : root.EndOfFileToken;
        var position = previous?.FullSpan.End ?? 0;
        var endsLine = previous is null || previous.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        var before = endsLine ? "" : newLine;
        if (root.AttributeLists.Count > 0)
            return (position, before, "");
        var isFollowed = next.IsKind(SyntaxKind.EndOfFileToken) || next.LeadingTrivia is [var first, ..] && first.IsKind(SyntaxKind.EndOfLineTrivia);
        return (position, previous is null ? "" : before + newLine, isFollowed ? "" : newLine);
    }

    public static string NewLineOf(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } trivia ? trivia.ToString() : "\n";
}
