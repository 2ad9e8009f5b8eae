using Microsoft.CodeAnalysis;

namespace Ink.Generators.Reading;

/// <summary>What the generated code may use, and what the project compiles to.</summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="IsLibrary">It compiles to something that cannot be started.</param>
/// <param name="HasInk">Ink's own types are referenced.</param>
/// <param name="IsAspNetCore">ASP.NET Core is referenced.</param>
/// <param name="HasHost">The generic host is referenced.</param>
/// <param name="HasHostOptions">The host can be configured: its own package is referenced, not only its abstractions.</param>
/// <param name="HasHealthChecks">Health checks can be registered.</param>
/// <param name="HasHealthEndpoints">Health checks can be mapped to endpoints.</param>
/// <param name="HasMetricsSwitch">An endpoint can be left out of the HTTP metrics (.NET 9).</param>
internal sealed record ProjectShape(
    string Assembly,
    bool IsLibrary,
    bool HasInk,
    bool IsAspNetCore,
    bool HasHost,
    bool HasHostOptions,
    bool HasHealthChecks,
    bool HasHealthEndpoints,
    bool HasMetricsSwitch)
{
    public static ProjectShape Of(Compilation compilation)
    {
        return new ProjectShape(
            compilation.AssemblyName ?? "",
            IsLibraryOf(compilation),
            InkAttributes.AreIn(compilation),
            Has("Microsoft.AspNetCore.Builder.WebApplication"),
            Has("Microsoft.Extensions.Hosting.IHostApplicationBuilder"),
            Has("Microsoft.Extensions.Hosting.HostOptions"),
            Has("Microsoft.Extensions.DependencyInjection.HealthCheckServiceCollectionExtensions"),
            Has("Microsoft.AspNetCore.Builder.HealthCheckEndpointRouteBuilderExtensions"),
            Has("Microsoft.AspNetCore.Builder.HttpMetricsEndpointConventionBuilderExtensions"));

        bool Has(string type) => compilation.GetTypeByMetadataName(type) is not null;
    }

    /// <summary>Whether a compilation gives something that cannot be started.</summary>
    public static bool IsLibraryOf(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule or OutputKind.WindowsRuntimeMetadata;
}
