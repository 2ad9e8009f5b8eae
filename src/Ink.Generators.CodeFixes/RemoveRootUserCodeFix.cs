using System.Composition;
using Ink.Generators.CodeFixes.Editing;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ink.Generators.CodeFixes;

/// <summary>INK2001: takes back that a container runs as root, where typed objects of Kubernetes say so.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveRootUserCodeFix))]
[Shared]
public sealed class RemoveRootUserCodeFix() : InkCodeFix(RuleCatalogue.RootUser)
{
    internal override async Task<FixPlan?> PlanAsync(FixTarget target, CancellationToken cancellationToken)
    {
        if (target.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is not { } assignment || NameOf(assignment.Left) is not { } name)
            return null;
        if (name == "RunAsNonRoot")
            return new FixPlan("Write RunAsNonRoot = true", Edit.Replace(target.Document, assignment.Right, "true"));

        var text = await target.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return SpanOf(assignment, text) is { } span ? new FixPlan($"Remove {name}", new Edit.Write(target.Document.Id, span, "")) : null;
    }

    private static string? NameOf(ExpressionSyntax left) => left switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static TextSpan? SpanOf(AssignmentExpressionSyntax assignment, SourceText text)
    {
        // The body of an if, a loop or a lambda cannot be nothing.
        if (assignment.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement)
            return Layout.WithLine(statement.Span, text);
        if (assignment.Parent is not InitializerExpressionSyntax initializer)
            return null;

        var elements = initializer.Expressions;
        var index = elements.IndexOf(assignment);
        var separator = index < elements.SeparatorCount ? elements.GetSeparator(index).Span.End : assignment.Span.End;
        var isLast = index == elements.Count - 1;
        return isLast && index > 0 && !Layout.IsFirstOnLine(assignment.SpanStart, text)
            ? TextSpan.FromBounds(elements[index - 1].Span.End, assignment.Span.End)
            : Layout.WithLine(TextSpan.FromBounds(assignment.SpanStart, separator), text);
    }
}
