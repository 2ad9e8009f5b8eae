using Ink.Model.Declarations;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Reading;

/// <summary>Judges whether the generated code can register a type for the role that an attribute gives it (INK0013).</summary>
internal static class RoleType
{
    private const string HostedService = "Microsoft.Extensions.Hosting.IHostedService";

    /// <summary>What is wrong with the type and what to do; <see langword="null"/> where it can be registered.</summary>
    public static string? Problem(string attribute, INamedTypeSymbol type, Compilation compilation)
    {
        // The host runs jobs as well.
        if (compilation.GetTypeByMetadataName(HostedService) is not { } hostedService)
            return "IHostedService is not referenced. Reference Microsoft.Extensions.Hosting, or use Microsoft.NET.Sdk.Web or Microsoft.NET.Sdk.Worker.";
        var isJob = IsJob(attribute);
        var wanted = isJob ? compilation.GetTypeByMetadataName(InkAttributes.Job) : hostedService;
        if (wanted is null || !type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default))
        {
            return isJob
                ? "it does not implement IInkJob. Implement the interface."
                : "it does not implement IHostedService. Derive it from BackgroundService, or implement the interface.";
        }

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

    /// <summary>Whether the attribute's type runs to its end, and so is an <c>IInkJob</c>.</summary>
    public static bool IsJob(string attribute) => attribute == AttributeKind.CronJob.Name || attribute == AttributeKind.Job.Name;

    private static IEnumerable<INamedTypeSymbol> EnclosingTypes(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
            yield return current;
    }
}
