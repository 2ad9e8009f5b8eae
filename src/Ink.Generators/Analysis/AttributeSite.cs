using Ink.Generators.Reading;
using Ink.Model.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.Analysis;

/// <summary>An attribute of Ink and the place where it stands.</summary>
/// <param name="Declaration">What it says.</param>
/// <param name="Syntax">Where it says so.</param>
/// <param name="Attribute">What the compiler made of it.</param>
internal sealed record AttributeSite(Declaration Declaration, AttributeSyntax Syntax, AttributeData Attribute)
{
    /// <summary>Its type argument.</summary>
    public INamedTypeSymbol? Type => Attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol type] } ? type : null;

    /// <summary>The attributes of Ink in the order of the source.</summary>
    public static IReadOnlyList<AttributeSite> In(Compilation compilation) =>
        compilation.Assembly.GetAttributes().Select(Of).OfType<AttributeSite>().ToList();

    /// <summary>
    /// Where an argument stands; the type argument where the name follows from it; else the attribute as a whole.
    /// </summary>
    public Location LocationOf(string? argument)
    {
        var arguments = Syntax.ArgumentList?.Arguments ?? default;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (argument is not null && NameOf(arguments[i], i) == argument)
                return arguments[i].Expression.GetLocation();
        }

        var type = argument is DeclarationReader.TypeArgument or "Name" ? TypeArgument(Syntax.Name) : null;
        return (type ?? (SyntaxNode)Syntax).GetLocation();
    }

    private static AttributeSite? Of(AttributeData attribute) =>
        DeclarationReader.Read(attribute) is { } declaration && attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax syntax
            ? new AttributeSite(declaration, syntax, attribute)
            : null;

    private string? NameOf(AttributeArgumentSyntax argument, int position)
    {
        if (argument.NameEquals is { } named)
            return named.Name.Identifier.ValueText;
        var parameters = Attribute.AttributeConstructor?.Parameters ?? [];
        var parameter = argument.NameColon?.Name.Identifier.ValueText ?? (position < parameters.Length ? parameters[position].Name : null);
        return string.IsNullOrEmpty(parameter) ? null : DeclarationReader.PascalCase(parameter!);
    }

    private static TypeSyntax? TypeArgument(NameSyntax name) => name switch
    {
        GenericNameSyntax generic => generic.TypeArgumentList.Arguments.FirstOrDefault(),
        QualifiedNameSyntax qualified => TypeArgument(qualified.Right),
        AliasQualifiedNameSyntax qualified => TypeArgument(qualified.Name),
        _ => null,
    };
}
