using Ink.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.Secrets;

/// <summary>Constants among the operands of a concatenation. To ask for one costs the compiler more than to read a thousand literals.</summary>
internal static class Constants
{
    /// <summary>The text that a name stands for, where it is a constant.</summary>
    public static string? Of(SemanticModel model, ExpressionSyntax expression, CancellationToken cancellationToken) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or LiteralExpressionSyntax
        && model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: string text }
            ? text
            : null;

    /// <summary>The <c>const</c> field or local that an expression is the value of.</summary>
    public static SyntaxNode? DeclarationOf(ExpressionSyntax expression) => expression.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } } when field.Modifiers.Any(SyntaxKind.ConstKeyword) => field,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { IsConst: true } local } } => local,
        _ => null,
    };

    /// <summary>
    /// Whether constants could make a secret of it: the whole has to be constant, or what is known ends or begins where a name stands in the
    /// middle of a word or behind an equals sign.
    /// </summary>
    public static bool AreWorthwhile(ExpressionSyntax top, string text)
    {
        var hole = text.IndexOf(SecretScanner.Hole);
        if (hole < 0)
            return false;
        if (DeclarationOf(top) is not null || top.Parent is EqualsValueClauseSyntax { Parent: ParameterSyntax } or AttributeArgumentSyntax)
            return true;
        for (; hole >= 0; hole = text.IndexOf(SecretScanner.Hole, hole + 1))
        {
            var opensValue = hole > 0 && text[hole - 1] == '=' && text.Length >= 9;
            if (opensValue || WordLength(text, hole - 1, -1) + WordLength(text, hole + 1, 1) >= 12)
                return true;
        }

        return false;
    }

    private static int WordLength(string text, int i, int step)
    {
        var length = 0;
        for (; i >= 0 && i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '-' or '+'); i += step)
            length++;
        return length;
    }
}
