using Ink.Model.Collections;
using Ink.Model.Declarations;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Reading;

/// <summary>Reads an attribute as it was written; the generator and the analyzer share it.</summary>
internal static class DeclarationReader
{
    /// <summary>The argument that holds a type argument's name.</summary>
    public const string TypeArgument = "Type";

    private const string Environment = "Environment";
    private const string Workload = "Workload";

    /// <summary>
    /// The declaration; <see langword="null"/> where the attribute is none of Ink's, or is half-written: the compiler says what is wrong
    /// with it, and to guess at the rest would give errors that go away by themselves.
    /// </summary>
    public static Declaration? Read(AttributeData attribute)
    {
        if (attribute is not { AttributeClass: { } type, AttributeConstructor: { } constructor } || InkAttributes.KindOf(type) is not { } kind)
            return null;

        var arguments = new SortedDictionary<string, ArgumentValue>(StringComparer.Ordinal);
        if (!ReadTypeArgument(type, arguments) || !ReadPositional(attribute, constructor, arguments))
            return null;

        string? environment = null;
        string? workload = null;
        foreach (var named in attribute.NamedArguments)
        {
            var isScope = named.Key is Environment or Workload;
            if (ArgumentReader.Read(named.Value) is not { } value)
            {
                // Without its scope a declaration would mean more than was written.
                if (isScope)
                    return null;
                continue;
            }

            if (!isScope)
                arguments[named.Key] = value;
            else if (named.Key == Environment)
                environment = named.Value.Value as string;
            else
                workload = named.Value.Value as string;
        }

        var sorted = arguments.Select(pair => new Argument(pair.Key, pair.Value)).ToEquatableArray();
        return new Declaration(kind.Name, sorted, environment, workload);
    }

    /// <summary>The argument's name for a constructor parameter: <c>host</c> → <c>Host</c>.</summary>
    public static string PascalCase(string parameter) => char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);

    private static bool ReadTypeArgument(INamedTypeSymbol type, SortedDictionary<string, ArgumentValue> arguments)
    {
        if (type.Arity == 0)
            return true;
        if (type.IsUnboundGenericType || type.TypeArguments[0] is not INamedTypeSymbol { TypeKind: not TypeKind.Error } argument)
            return false;

        arguments[TypeArgument] = new ArgumentValue.Text(argument.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
        return true;
    }

    private static bool ReadPositional(AttributeData attribute, IMethodSymbol constructor, SortedDictionary<string, ArgumentValue> arguments)
    {
        var values = attribute.ConstructorArguments;
        if (values.Length != constructor.Parameters.Length)
            return false;

        for (var i = 0; i < values.Length; i++)
        {
            if (ArgumentReader.Read(values[i]) is not { } value)
                return false;
            arguments[PascalCase(constructor.Parameters[i].Name)] = value;
        }

        return true;
    }
}
