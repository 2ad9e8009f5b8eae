using Ink.Generators.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Ink.Generators.CodeFixes.Secrets;

/// <summary>Where the language wants a constant, so that nothing that is read at run time can stand.</summary>
internal static class ConstantUse
{
    /// <summary>Whether an expression stands where only a constant may.</summary>
    public static bool IsRequired(SyntaxNode expression)
    {
        for (var node = expression; node is not null and not (StatementSyntax and not LocalDeclarationStatementSyntax) and not BaseTypeDeclarationSyntax; node = node.Parent)
        {
            switch (node.Parent)
            {
                case AttributeArgumentSyntax or CaseSwitchLabelSyntax or PatternSyntax or GotoStatementSyntax:
                    return true;
                case EqualsValueClauseSyntax { Parent: ParameterSyntax or EnumMemberDeclarationSyntax }:
                    return true;
                case EqualsValueClauseSyntax clause:
                    return Constants.DeclarationOf(clause.Value) is not null;
                case LambdaExpressionSyntax:
                    return false;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>Whether the constants of a declaration are used where only constants may stand.</summary>
    public static async Task<bool> IsNeededAsync(SyntaxNode declaration, Solution solution, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var variable in declaration.DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            if (model.GetDeclaredSymbol(variable, cancellationToken) is not { } symbol)
                return true;
            foreach (var reference in (await SymbolFinder.FindReferencesAsync(symbol, solution, cancellationToken).ConfigureAwait(false)).SelectMany(found => found.Locations))
            {
                var root = await reference.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                if (root is null || IsRequired(root.FindNode(reference.Location.SourceSpan, getInnermostNodeForTie: true)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The declaration, read at run time: <c>const</c> gives way to <c>static readonly</c>, or to nothing for a local.</summary>
    public static SyntaxNode Relax(SyntaxNode declaration)
    {
        switch (declaration)
        {
            case FieldDeclarationSyntax field:
                var constant = field.Modifiers.First(modifier => modifier.IsKind(SyntaxKind.ConstKeyword));
                return field.WithModifiers(field.Modifiers.ReplaceRange(
                    constant,
                    [
                        SyntaxFactory.Token(constant.LeadingTrivia, SyntaxKind.StaticKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
                        SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.ReadOnlyKeyword, constant.TrailingTrivia),
                    ]));
            case LocalDeclarationStatementSyntax local:
                return local.WithModifiers([]).WithLeadingTrivia(local.GetLeadingTrivia());
            default:
                return declaration;
        }
    }
}
