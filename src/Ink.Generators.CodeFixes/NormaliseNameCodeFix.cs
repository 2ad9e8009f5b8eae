using System.Collections.Immutable;
using System.Composition;
using Ink.Generators.Analysis;
using Ink.Model.Rules;
using Ink.Model.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.CodeFixes;

/// <summary>INK0002: writes the name of an app or a workload as the DNS-1123 label that it was meant to be.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NormaliseNameCodeFix))]
[Shared]
public sealed class NormaliseNameCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleCatalogue.InvalidName.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (!IsName(diagnostic) || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal)
                continue;
            if (Normalised(literal) is not { } name)
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Write it as \"{name}\"",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(literal, Literal(name).WithTriviaFrom(literal)))),
                    equivalenceKey: nameof(NormaliseNameCodeFix)),
                diagnostic);
        }
    }

    // Hosts, classes and variables break the same rule, and there a hyphen in place of a dot would name something else.
    private static bool IsName(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(AttributeDiagnostics.ArgumentProperty, out var argument) && argument == "Name"
        && diagnostic.Properties.TryGetValue(AttributeDiagnostics.AttributeProperty, out var attribute) && attribute is "App" or "Web" or "Worker" or "Sidecar";

    // A name with placeholders is made of more than what stands here; one that is a label already is too long, not misspelt.
    private static string? Normalised(LiteralExpressionSyntax literal)
    {
        if (!literal.IsKind(SyntaxKind.StringLiteralExpression) || literal.Token.ValueText.Contains("{") || KubernetesName.IsLabel(literal.Token.ValueText))
            return null;
        var name = KebabCase.From(literal.Token.ValueText);
        return KubernetesName.IsLabel(name) ? name : null;
    }

    private static LiteralExpressionSyntax Literal(string name) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
}
