using Ink.Generators.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.CodeFixes.Secrets;

/// <summary>
/// The expression that reads a secret at a place: from the configuration where one is at hand, which has user-secrets as well; else from
/// the environment, which every process has.
/// </summary>
internal static class SecretRead
{
    private const string Configuration = "Microsoft.Extensions.Configuration.IConfiguration";

    public static ExpressionSyntax At(ExpressionSyntax place, string name, SemanticModel model)
    {
        var source = ConfigurationAt(place, model);
        var read = source is not null
            ? SyntaxFactory.ParseExpression($"{source}[{Code.Literal(UserSecrets.KeyOf(name))}]")
            : SyntaxFactory.ParseExpression($"{EnvironmentAt(place.SpanStart, model)}.GetEnvironmentVariable({Code.Literal(name)})");
        // AddInk() refuses to start without the secret, so it is there.
        if (model.GetNullableContext(place.SpanStart).WarningsEnabled() && model.GetTypeInfo(place).ConvertedNullability.Annotation != NullableAnnotation.Annotated)
            read = SyntaxFactory.PostfixUnaryExpression(SyntaxKind.SuppressNullableWarningExpression, read);
        return read.WithTriviaFrom(place);
    }

    // A member or another type may be called so, Ink's own attributes have an Environment too.
    private static string EnvironmentAt(int position, SemanticModel model) =>
        model.LookupSymbols(position, name: "Environment") is [INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }] ? "Environment"
        : model.LookupSymbols(position, name: "System") is [INamespaceSymbol { ContainingNamespace.IsGlobalNamespace: true }] ? "System.Environment"
        : "global::System.Environment";

    private static string? ConfigurationAt(ExpressionSyntax place, SemanticModel model)
    {
        if (model.Compilation.GetTypeByMetadataName(Configuration) is not { } configuration)
            return null;
        var member = MemberAround(model.GetEnclosingSymbol(place.SpanStart));
        var isStatic = member is null or { IsStatic: true } || place.Ancestors().Any(IsStaticFunction);
        return (
            from symbol in model.LookupSymbols(place.SpanStart)
            where IsUsable(symbol, place, member, isStatic)
            let source = SourceOf(symbol, configuration)
            where source is not null
            orderby Rank(symbol), symbol.Locations.FirstOrDefault()?.SourceSpan.Start, symbol.Name
            select source).FirstOrDefault();
    }

    private static ISymbol? MemberAround(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.LambdaMethod })
            symbol = symbol.ContainingSymbol;
        return symbol;
    }

    // It could not see the variables around it.
    private static bool IsStaticFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax { Modifiers: var lambda } && lambda.Any(SyntaxKind.StaticKeyword)
        || node is LocalFunctionStatementSyntax { Modifiers: var local } && local.Any(SyntaxKind.StaticKeyword);

    private static bool IsUsable(ISymbol symbol, ExpressionSyntax place, ISymbol? member, bool isStatic) => symbol switch
    {
        ILocalSymbol local => !place.Ancestors().Any(IsStaticFunction)
            && local.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree == place.SyntaxTree && reference.Span.End <= place.SpanStart),
        // Of a primary constructor, or of the method itself.
        IParameterSymbol parameter => SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, member) || !isStatic,
        IFieldSymbol or IPropertySymbol => symbol.IsStatic || (!isStatic && member is IMethodSymbol),
        _ => false,
    };

    private static int Rank(ISymbol symbol) => symbol is ILocalSymbol or IParameterSymbol ? 0 : 1;

    private static string? SourceOf(ISymbol symbol, INamedTypeSymbol configuration)
    {
        var type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        if (type is null || type.TypeKind == TypeKind.Error)
            return null;
        if (Is(type, configuration))
            return symbol.Name;
        return TypesOf(type).SelectMany(each => each.GetMembers("Configuration")).OfType<IPropertySymbol>().Any(property => !property.IsStatic && property.DeclaredAccessibility == Accessibility.Public && Is(property.Type, configuration))
            ? $"{symbol.Name}.Configuration"
            : null;
    }

    private static bool Is(ITypeSymbol type, INamedTypeSymbol configuration) =>
        SymbolEqualityComparer.Default.Equals(type, configuration) || type.AllInterfaces.Contains(configuration, SymbolEqualityComparer.Default);

    private static IEnumerable<ITypeSymbol> TypesOf(ITypeSymbol type)
    {
        for (var each = type; each is not null; each = each.BaseType)
            yield return each;
        foreach (var each in type.AllInterfaces)
            yield return each;
    }
}
