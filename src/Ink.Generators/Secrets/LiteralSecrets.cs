using Ink.Model.Rules;
using Ink.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Secrets;

/// <summary>INK3001 to INK3004 in literals, concatenations and interpolated strings.</summary>
internal static class LiteralSecrets
{
    private static readonly Func<ExpressionSyntax, string?> Unknown = _ => null;

    public static void ReportLiteral(SemanticModelAnalysisContext context, LiteralExpressionSyntax literal, SecretWeights weights)
    {
        var text = literal.Token.ValueText;
        var filter = default(SecretFilter);
        filter.Add(text);
        if (filter.IsWorthScanning && IsWhole(literal))
            Report(context, weights, Scan(context, text, literal), (_, _) => literal);
    }

    public static void ReportInterpolated(SemanticModelAnalysisContext context, InterpolatedStringExpressionSyntax interpolated, SecretWeights weights)
    {
        if (JoinedText.IsWorthScanning(interpolated) && IsWhole(interpolated))
            ReportJoined(context, weights, interpolated);
    }

    public static void ReportConcatenation(SemanticModelAnalysisContext context, BinaryExpressionSyntax sum, SecretWeights weights)
    {
        if (sum.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } && JoinedText.IsWorthScanning(sum) && IsWhole(sum))
            ReportJoined(context, weights, sum);
    }

    // A part of a concatenation is judged with the whole of it, and an argument with its attribute.
    private static bool IsWhole(ExpressionSyntax expression) =>
        (JoinedText.TopOf(expression) is not BinaryExpressionSyntax sum || sum == expression) && !VariableSecrets.IsArgument(expression);

    private static void ReportJoined(SemanticModelAnalysisContext context, SecretWeights weights, ExpressionSyntax top)
    {
        var joined = JoinedText.Of(top, Unknown);
        var found = Scan(context, joined.Text, top);
        if (found.Count == 0 && Constants.AreWorthwhile(top, joined.Text))
        {
            joined = JoinedText.Of(top, expression => Constants.Of(context.SemanticModel, expression, context.CancellationToken));
            found = Scan(context, joined.Text, top);
        }

        Report(context, weights, found, joined.LiteralAt);
    }

    private static IReadOnlyList<SecretFinding> Scan(SemanticModelAnalysisContext context, string text, ExpressionSyntax top) =>
        SecretScanner.Scan(text, () => TargetNames.Of(top, context.SemanticModel, context.CancellationToken));

    private static void Report(SemanticModelAnalysisContext context, SecretWeights weights, IReadOnlyList<SecretFinding> found, Func<int, int, ExpressionSyntax> literalAt)
    {
        if (found.Count == 0)
            return;
        // What is in a literal has to go with it, so a literal is reported once: by the finding that weighs most.
        foreach (var group in found.GroupBy(finding => literalAt(finding.Start, finding.Length)))
        {
            // A constant is reported where it is written; here only what the concatenation makes of it.
            if (group.Key is IdentifierNameSyntax or MemberAccessExpressionSyntax && group.All(finding => finding.Rule == RuleCatalogue.KnownCredential))
                continue;
            var finding = group.OrderByDescending(finding => finding.SeverityIn(weights.IsTest)).First();
            var names = TargetNames.Of(JoinedText.TopOf(group.Key), context.SemanticModel, context.CancellationToken);
            if (SecretDiagnostics.Create(finding, group.Key.GetLocation(), SecretDiagnostics.NameFor(names, finding), weights, weights.IsTest) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }
}
