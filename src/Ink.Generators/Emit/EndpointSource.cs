using Ink.Generators.Tables;

namespace Ink.Generators.Emit;

/// <summary>Writes <c>InkEndpoints.g.cs</c>: <c>MapInk()</c>.</summary>
internal static class EndpointSource
{
    public const string FileName = "InkEndpoints.g.cs";

    public static string Write(EndpointTables tables) =>
        $$"""
        namespace Microsoft.AspNetCore.Builder
        {
            /// <summary>Answers the probes of Ink's manifests.</summary>
            [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
            internal static class InkEndpointExtensions
            {
                /// <summary>
                /// Maps the health endpoints at the paths that the manifests probe: liveness runs no check, readiness runs every
                /// registered one. They answer without authentication.
                /// </summary>
                /// <param name="endpoints">The app.</param>
                /// <returns>The same app.</returns>
                /// <exception cref="global::System.InvalidOperationException">Neither <c>AddInk()</c> nor <c>AddHealthChecks()</c> was called.</exception>
                internal static global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder MapInk(this global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints)
                {
                    global::System.ArgumentNullException.ThrowIfNull(endpoints);
                    if (endpoints.ServiceProvider.GetService(typeof(global::Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckService)) is null)
                    {
                        throw new global::System.InvalidOperationException("MapInk() maps health checks, and none are registered. Call builder.AddInk() before builder.Build().");
                    }

                    {{Code.Lines(12, Rows(tables))}}
                    return endpoints;
                }

                private static void Map(
                    global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints,
                    string path,
                    global::System.Func<global::Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckRegistration, bool>? checks)
                {
                    var options = new global::Microsoft.AspNetCore.Diagnostics.HealthChecks.HealthCheckOptions { Predicate = checks };
                    var endpoint = global::Microsoft.AspNetCore.Builder.HealthCheckEndpointRouteBuilderExtensions.MapHealthChecks(endpoints, path, options);

                    // A kubelet has no credentials and speaks plain HTTP: no fallback policy and no redirection to HTTPS may come between.
                    {{Code.Lines(12, Conventions(tables))}}
                }
            }
        }

        """;

    private static IEnumerable<string> Conventions(EndpointTables tables)
    {
        const string builder = "global::Microsoft.AspNetCore.Builder";
        yield return $"{builder}.AuthorizationEndpointConventionBuilderExtensions.AllowAnonymous(endpoint);";
        yield return $"{builder}.RouteShortCircuitEndpointConventionBuilderExtensions.ShortCircuit(endpoint);";
        if (tables.HasMetricsSwitch)
            yield return $"{builder}.HttpMetricsEndpointConventionBuilderExtensions.DisableHttpMetrics(endpoint);";
    }

    private static IEnumerable<string> Rows(EndpointTables tables) =>
        tables.Live.Select(path => $"Map(endpoints, {Code.Literal(path)}, static _ => false);")
            .Concat(tables.Ready.Select(path => $"Map(endpoints, {Code.Literal(path)}, checks: null);"));
}
