using Ink.Model.Declarations;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Reading;

/// <summary>Which classes are Ink's attributes.</summary>
internal static class InkAttributes
{
    private const string Namespace = "Ink";
    private const string Suffix = "Attribute";

    /// <summary>The interface of jobs.</summary>
    public const string Job = "Ink.IInkJob";

    private const string Assembly = "Ink.Sdk";

    /// <summary>The metadata name of every attribute class.</summary>
    public static IReadOnlyList<string> MetadataNames { get; } = AttributeKind.All.SelectMany(MetadataNamesOf).ToArray();

    /// <summary>
    /// Whether a project references them. By the names of its references: to ask for a type is to ask for it in the source as well, for which
    /// the compiler has to list every namespace of the project first.
    /// </summary>
    public static bool AreIn(Compilation compilation) => References(compilation, Assembly);

    /// <summary>Whether a project references an assembly, or one whose name goes on with a dot.</summary>
    public static bool References(Compilation compilation, string assembly)
    {
        foreach (var reference in compilation.ReferencedAssemblyNames)
        {
            if (reference.Name.StartsWith(assembly, StringComparison.Ordinal) && (reference.Name.Length == assembly.Length || reference.Name[assembly.Length] == '.'))
                return true;
        }

        return false;
    }

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
