using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.CodeFixes.Editing;

/// <summary>Sees to it that the extension methods of a namespace can be called.</summary>
internal static class Imports
{
    /// <summary>The <c>using</c> of a type's namespace; <see langword="null"/> where the type is in reach already.</summary>
    public static Edit? Of(INamedTypeSymbol type, Document document, SemanticModel model, int position)
    {
        var name = type.ContainingNamespace.ToDisplayString();
        var root = (CompilationUnitSyntax)model.SyntaxTree.GetRoot();
        if (type.ToMinimalDisplayString(model, position, SymbolDisplayFormat.MinimallyQualifiedFormat) == type.Name)
            return null;
        // In their order, which most people keep sorted.
        var next = root.Usings.FirstOrDefault(directive => directive.Alias is null && string.CompareOrdinal(directive.Name?.ToString(), name) > 0);
        var at = next is not null ? next.Span.Start : root.Usings.Count > 0 ? root.Usings.Last().FullSpan.End : root.GetFirstToken().SpanStart;
        return Edit.Insert(document, at, $"using {name};{AttributeHome.NewLineOf(root)}");
    }
}
