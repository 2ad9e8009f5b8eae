using Ink.Generators.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.CodeFixes.Secrets;

/// <summary>What is to be done about one literal.</summary>
/// <param name="Name">The variable that the secret gets.</param>
/// <param name="Value">The literal's text, to tell equal secrets from others; shown nowhere.</param>
/// <param name="Expression">What goes: the literal, or the constant concatenation that it is part of.</param>
/// <param name="Attribute">The <c>[EnvironmentVariable]</c> that becomes <c>[Secret]</c>; <see langword="null"/> for a literal in code.</param>
/// <param name="Constant">The declaration that stops being <c>const</c>, where the literal stands in one.</param>
internal sealed record SecretMove(string Name, string Value, ExpressionSyntax Expression, AttributeSyntax? Attribute, SyntaxNode? Constant)
{
    /// <summary>The move; <see langword="null"/> where the literal cannot become an expression, or is more than the secret.</summary>
    public static async Task<SecretMove?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(SecretDiagnostics.NameProperty, out var name)
            || name is null
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax literal)
        {
            return null;
        }

        var expression = JoinedText.TopOf(literal);
        if (model.GetConstantValue(expression, cancellationToken).Value is not string value)
            return null;
        if (VariableSecrets.IsArgument(literal))
            return new SecretMove(name, value, expression, expression.FirstAncestorOrSelf<AttributeSyntax>(), null);
        // In a library there is no Program.cs, and no secret can be declared.
        if (model.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication) || !IsValue(value) || literal.IsKind(SyntaxKind.Utf8StringLiteralExpression) || IsSetting(expression))
            return null;

        var constant = Constants.DeclarationOf(expression);
        if (constant is null ? ConstantUse.IsRequired(expression) : await ConstantUse.IsNeededAsync(constant, document.Project.Solution, model, cancellationToken).ConfigureAwait(false))
            return null;
        return new SecretMove(name, value, expression, null, constant);
    }

    // configuration["A"] = "…" read from configuration["A"] would say nothing: the line has to go, and that is for a person to do.
    private static bool IsSetting(ExpressionSyntax expression) =>
        expression.Parent is AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax } assignment && assignment.Right == expression;

    // A document or a command line that holds a secret is more than one.
    private static bool IsValue(string text) => text.IndexOfAny(['\n', '{', '"', '<']) < 0 && (text.IndexOf(' ') < 0 || text.IndexOf('=') > 0);
}
