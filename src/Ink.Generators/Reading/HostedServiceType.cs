using Microsoft.CodeAnalysis;

namespace Ink.Generators.Reading;

/// <summary>Judges whether the generated code can register a type as a hosted service (INK0013).</summary>
internal static class HostedServiceType
{
    private const string Interface = "Microsoft.Extensions.Hosting.IHostedService";

    /// <summary>What is wrong with the type and what to do; <see langword="null"/> where it can be registered.</summary>
    public static string? Problem(INamedTypeSymbol type, Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName(Interface) is not { } hostedService)
            return "IHostedService is not referenced. Reference Microsoft.Extensions.Hosting, or use Microsoft.NET.Sdk.Web or Microsoft.NET.Sdk.Worker.";
        if (!type.AllInterfaces.Contains(hostedService, SymbolEqualityComparer.Default))
            return "it does not implement IHostedService. Derive it from BackgroundService, or implement the interface.";
        if (type.TypeKind == TypeKind.Interface)
            return "it is an interface. Name the class that implements it.";
        if (type.IsAbstract)
            return "it is abstract. Name a class that can be created.";
        if (EnclosingTypes(type).Any(enclosing => enclosing.IsFileLocal))
            return "it is local to its file, where the generated code cannot see it. Remove the modifier file.";
        return compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
            ? null
            : "the generated code cannot see it. Make it internal or public.";
    }

    private static IEnumerable<INamedTypeSymbol> EnclosingTypes(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
            yield return current;
    }
}
