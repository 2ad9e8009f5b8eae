using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ink.Generators.CodeFixes.Editing;

/// <summary>
/// A change of one document, said in terms of its text, so that everything around it stays as it was. Two diagnostics that want the
/// same give equal edits, of which one is made.
/// </summary>
/// <param name="Document">The document, as it was when the diagnostic was made.</param>
internal abstract record Edit(DocumentId Document)
{
    /// <summary>Writes a text in place of another; an empty span inserts.</summary>
    public sealed record Write(DocumentId Document, TextSpan Span, string Text) : Edit(Document);

    /// <summary>Removes an attribute, and its list with the last one of it.</summary>
    public sealed record RemoveAttribute(DocumentId Document, TextSpan Attribute) : Edit(Document);

    /// <summary>Adds a named argument to an attribute, unless another diagnostic has the same one added.</summary>
    public sealed record AddArgument(DocumentId Document, TextSpan Attribute, string Name, string Value) : Edit(Document);

    public static Write Replace(Document document, SyntaxNode node, string text) => new(document.Id, node.Span, text);

    public static Write Insert(Document document, int position, string text) => new(document.Id, new TextSpan(position, 0), text);

    public static RemoveAttribute Remove(Document document, AttributeSyntax attribute) => new(document.Id, attribute.Span);
}
