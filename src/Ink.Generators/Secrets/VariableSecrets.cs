using Ink.Generators.Reading;
using Ink.Model.Rules;
using Ink.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Secrets;

/// <summary>INK3007, and what else is secret in the values of <c>[EnvironmentVariable]</c>: they go into the manifest as they are.</summary>
internal static class VariableSecrets
{
    /// <summary>The attribute's name, which a file that uses it holds.</summary>
    public const string Attribute = "EnvironmentVariable";

    /// <summary>Whether an expression is an argument of such an attribute, and so is left to it.</summary>
    public static bool IsArgument(ExpressionSyntax expression)
    {
        SyntaxNode? node = expression;
        while (node is ExpressionSyntax or AttributeArgumentSyntax)
            node = node.Parent;
        return node is AttributeArgumentListSyntax { Parent: AttributeSyntax attribute } && IsNamedSo(attribute);
    }

    public static void Report(SemanticModelAnalysisContext context, AttributeSyntax attribute, SecretWeights weights)
    {
        if (!IsNamedSo(attribute)
            || attribute.ArgumentList is not { Arguments: var arguments }
            || context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol is not IMethodSymbol { ContainingType: { } type } constructor
            || InkAttributes.KindOf(type) is null)
        {
            return;
        }

        if (Argument("name") is not { } name || Argument("value") is not { } value || Text(name) is not { } variable || Text(value) is not { } text)
            return;
        var found = SecretScanner.ScanVariable(variable, text);
        if (found.Count > 0 && SecretDiagnostics.Create(found[0], value.GetLocation(), variable, weights, isTest: false) is { } diagnostic)
            context.ReportDiagnostic(diagnostic);

        ExpressionSyntax? Argument(string parameter)
        {
            for (var i = 0; i < arguments.Count; i++)
            {
                if (arguments[i].NameEquals is null && (arguments[i].NameColon?.Name.Identifier.ValueText ?? ParameterAt(i)) == parameter)
                    return arguments[i].Expression;
            }

            return null;
        }

        string? ParameterAt(int i) => i < constructor.Parameters.Length ? constructor.Parameters[i].Name : null;

        string? Text(ExpressionSyntax expression) => context.SemanticModel.GetConstantValue(expression, context.CancellationToken).Value as string;
    }

    private static bool IsNamedSo(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name is Attribute or Attribute + "Attribute";
    }
}
