using Ink.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.CodeFixes.Editing;

/// <summary>What a fix looks at.</summary>
/// <param name="Document">Where the diagnostic is.</param>
/// <param name="Model">What the compiler knows of it.</param>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Node">The node that it marks.</param>
internal sealed record FixTarget(Document Document, SemanticModel Model, Diagnostic Diagnostic, SyntaxNode Node)
{
    /// <summary>The attribute that is marked, or holds what is marked; <see langword="null"/> where the diagnostic is about what nobody wrote.</summary>
    public AttributeSyntax? Attribute => Node.FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The attribute as it was read; <see langword="null"/> without one.</summary>
    public AttributeSite? Site => Attribute is { } attribute ? Sites.FirstOrDefault(site => site.Syntax == attribute) : null;

    /// <summary>Every attribute of Ink in the project.</summary>
    public IReadOnlyList<AttributeSite> Sites => AttributeSite.In(Model.Compilation);

    /// <summary>The argument that the diagnostic is about.</summary>
    public string? Argument => Property(AttributeDiagnostics.ArgumentProperty);

    /// <summary>The arguments that are missing.</summary>
    public IReadOnlyList<string> Missing => Property(AttributeDiagnostics.MissingProperty) is { Length: > 0 } names ? names.Split(',') : [];

    public static async Task<FixTarget?> OfAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return model is not null && root is not null && root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            ? new FixTarget(document, model, diagnostic, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true))
            : null;
    }

    private string? Property(string name) => Diagnostic.Properties.TryGetValue(name, out var value) ? value : null;
}
