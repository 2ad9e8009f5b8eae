using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.Secrets;

/// <summary>What the place of an expression calls it: a variable, a member, a key, a parameter.</summary>
internal static class TargetNames
{
    // Beside these a first text names the second: Add("Password", "…").
    private static readonly string[] Pairing = ["Add", "TryAdd", "Set", "Append", "With", "Use", "Insert", "KeyValuePair", "Header", "Parameter"];

    // Of a method that is called like this, the rest of the name is what it takes.
    private static readonly string[] Taking = ["With", "Set", "Use", "Add"];

    // What passes a text on in another form.
    private static readonly string[] Converting = ["GetBytes", "FromBase64String", "FromHexString", "AsSpan", "AsMemory", "ToCharArray", "Trim", "ToArray", "Create"];

    public static IEnumerable<string> Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode node = expression;
        while (node.Parent is { } parent)
        {
            switch (parent)
            {
                case EqualsValueClauseSyntax:
                    return [NameOfDeclared(parent.Parent)];
                case ArrowExpressionClauseSyntax or ReturnStatementSyntax:
                    return [NameOfDeclared(parent.FirstAncestorOrSelf<SyntaxNode>(IsNamedBody))];
                case AssignmentExpressionSyntax assignment when assignment.Right == node:
                    return [NameOfTarget(assignment.Left, model, cancellationToken)];
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                    return [NameOfTarget(comparison.Left == node ? comparison.Right : comparison.Left, model, cancellationToken)];
                case AnonymousObjectMemberDeclaratorSyntax { NameEquals: { } named }:
                    return [named.Name.Identifier.ValueText];
                case AttributeArgumentSyntax argument:
                    return NamesOf(argument, model, cancellationToken);
                case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } pair:
                    return pair.Expressions.Count > 1 && pair.Expressions[0] != node && TextOf(pair.Expressions[0], model, cancellationToken) is { } key ? [key] : [];
                case ArgumentSyntax argument when ConvertingCall(argument) is { } call:
                    node = call;
                    continue;
                case ArgumentSyntax argument:
                    return NamesOf(argument, model, cancellationToken);
                case StatementSyntax or MemberDeclarationSyntax or LambdaExpressionSyntax or SwitchStatementSyntax:
                    return [];
                default:
                    node = parent;
                    continue;
            }
        }

        return [];
    }

    private static bool IsNamedBody(SyntaxNode node) => node is MethodDeclarationSyntax or PropertyDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or IndexerDeclarationSyntax;

    private static string NameOfDeclared(SyntaxNode? declared) => declared switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => "",
    };

    private static string NameOfTarget(ExpressionSyntax target, SemanticModel model, CancellationToken cancellationToken) => target switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key, ..] } => TextOf(key.Expression, model, cancellationToken) ?? "",
        ElementBindingExpressionSyntax { ArgumentList.Arguments: [var key, ..] } => TextOf(key.Expression, model, cancellationToken) ?? "",
        ImplicitElementAccessSyntax { ArgumentList.Arguments: [var key, ..] } => TextOf(key.Expression, model, cancellationToken) ?? "",
        ConditionalAccessExpressionSyntax access => NameOfTarget(access.WhenNotNull, model, cancellationToken),
        _ => "",
    };

    private static InvocationExpressionSyntax? ConvertingCall(ArgumentSyntax argument) =>
        argument.Parent?.Parent is InvocationExpressionSyntax call && Converting.Contains(NameOf(call.Expression), StringComparer.Ordinal) ? call : null;

    private static IEnumerable<string> NamesOf(ArgumentSyntax argument, SemanticModel model, CancellationToken cancellationToken)
    {
        if (argument.NameColon is { } named)
            yield return named.Name.Identifier.ValueText;
        if (argument.Parent is not BaseArgumentListSyntax list)
            yield break;

        var called = list.Parent switch
        {
            InvocationExpressionSyntax call => NameOf(call.Expression),
            ObjectCreationExpressionSyntax creation => NameOf(creation.Type),
            _ => "",
        };
        var index = list.Arguments.IndexOf(argument);
        if (index > 0 && (called.Length == 0 || Pairing.Any(called.Contains)) && TextOf(list.Arguments[index - 1].Expression, model, cancellationToken) is { } key)
            yield return key;
        if (list.Parent is ObjectCreationExpressionSyntax || Taking.Any(word => called.StartsWith(word, StringComparison.Ordinal)))
            yield return called;
        if (ParameterOf(list.Parent, index, model, cancellationToken) is { } parameter)
            yield return parameter;
    }

    private static IEnumerable<string> NamesOf(AttributeArgumentSyntax argument, SemanticModel model, CancellationToken cancellationToken)
    {
        if ((argument.NameEquals?.Name ?? argument.NameColon?.Name) is { } named)
            return [named.Identifier.ValueText];
        if (argument.Parent is not AttributeArgumentListSyntax list)
            return [];
        var index = list.Arguments.IndexOf(argument);
        return new[]
        {
            index > 0 ? TextOf(list.Arguments[index - 1].Expression, model, cancellationToken) : null,
            ParameterOf(list.Parent, index, model, cancellationToken),
        }.OfType<string>();
    }

    private static string? ParameterOf(SyntaxNode? called, int index, SemanticModel model, CancellationToken cancellationToken) =>
        called is not null && index >= 0 && model.GetSymbolInfo(called, cancellationToken).Symbol is IMethodSymbol { Parameters: { Length: > 0 } parameters }
            ? parameters[Math.Min(index, parameters.Length - 1)].Name
            : null;

    private static string? TextOf(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        expression is LiteralExpressionSyntax literal ? literal.Token.Value as string : Constants.Of(model, expression, cancellationToken);

    private static string NameOf(SyntaxNode called) => called switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        _ => "",
    };
}
