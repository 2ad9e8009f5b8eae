using Ink.Model.Declarations;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Reading;

/// <summary>Which classes are Ink's attributes.</summary>
internal static class InkAttributes
{
    private const string Namespace = "Ink";
    private const string Suffix = "Attribute";

    /// <summary>A type that is there wherever a project references Ink.Sdk.</summary>
    public const string Marker = "Ink.IInkJob";

    /// <summary>The metadata name of every attribute class.</summary>
    public static IReadOnlyList<string> MetadataNames { get; } = AttributeKind.All.SelectMany(MetadataNamesOf).ToArray();

    /// <summary>The kind of an attribute class, or <see langword="null"/> where it is none of Ink's.</summary>
    public static AttributeKind? KindOf(INamedTypeSymbol type)
    {
        if (type.ContainingType is not null
            || type.ContainingNamespace is not { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true }
            || !type.Name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        var kind = AttributeKind.Find(type.Name.Substring(0, type.Name.Length - Suffix.Length));
        return kind is not null && type.Arity <= (TakesType(kind) ? 1 : 0) ? kind : null;
    }

    private static IEnumerable<string> MetadataNamesOf(AttributeKind kind)
    {
        var name = $"{Namespace}.{kind.Name}{Suffix}";
        return TakesType(kind) ? [name, $"{name}`1"] : [name];
    }

    // The web workload is the server itself; every other workload may be a type of the app's.
    private static bool TakesType(AttributeKind kind) => kind.IsWorkload && kind.Key is not null;
}
