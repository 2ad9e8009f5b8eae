using System.Composition;
using Ink.Generators.CodeFixes.Editing;
using Ink.Generators.Emit;
using Ink.Model.Rules;
using Ink.Model.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.CodeFixes;

/// <summary>INK0002: writes the name of an app, a workload or a sidecar as the DNS-1123 label that it was meant to be.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NormaliseNameCodeFix))]
[Shared]
public sealed class NormaliseNameCodeFix() : InkCodeFix(RuleCatalogue.InvalidName)
{
    private protected override FixPlan? Plan(FixTarget target) =>
        IsName(target) && target.Node is LiteralExpressionSyntax literal && Normalised(literal) is { } name
            ? new FixPlan($"Write it as \"{name}\"", Edit.Replace(target.Document, literal, Code.Literal(name)))
            : null;

    // Hosts, classes and variables break the same rule, and there a hyphen in place of a dot would name something else.
    private static bool IsName(FixTarget target) =>
        target is { Argument: "Name", Site.Declaration.Attribute: "App" or "Web" or "Worker" or "CronJob" or "Job" or "Sidecar" };

    // A name with placeholders is made of more than what stands here; one that is a label already is too long, not misspelt.
    private static string? Normalised(LiteralExpressionSyntax literal)
    {
        if (!literal.IsKind(SyntaxKind.StringLiteralExpression) || literal.Token.ValueText.Contains("{") || KubernetesName.IsLabel(literal.Token.ValueText))
            return null;
        var name = KebabCase.From(literal.Token.ValueText);
        return KubernetesName.IsLabel(name) ? name : null;
    }
}
