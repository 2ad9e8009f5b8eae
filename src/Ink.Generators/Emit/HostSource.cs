using Ink.Generators.Tables;

namespace Ink.Generators.Emit;

/// <summary>Writes <c>InkHost.g.cs</c>: <c>AddInk()</c> and <c>RunInkAsync()</c>.</summary>
internal static class HostSource
{
    public const string FileName = "InkHost.g.cs";

    public static string Write(HostTables tables) =>
        $$"""
        namespace Microsoft.Extensions.Hosting
        {
            /// <summary>Hosts an app in the role that Ink's manifests give it.</summary>
            [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
            internal static class InkHostExtensions
            {
                private static readonly string[] Roles = { {{string.Join(", ", tables.Roles.Select(Code.Literal))}} };
                {{JobRoles(tables)}}
                /// <summary>
                /// Registers {{What(tables)}}. The role is the value of <c>INK_ROLE</c>;
                /// where that is unset, as in local development, {{(tables.JobRoles.Count == 0 ? "every role" : "every role but those of jobs")}} is active. The host then refuses to start while a
                /// declared secret is missing{{(tables.Shutdown.Count == 0 ? "" : ", and in a pod stops within the grace period, unless the app sets <c>HostOptions.ShutdownTimeout</c> itself")}}.
                /// </summary>
                /// <param name="builder">The builder of the app.</param>
                /// <returns>The same builder.</returns>
                /// <exception cref="global::System.InvalidOperationException"><c>INK_ROLE</c> names no role of the app.</exception>
                internal static TBuilder AddInk<TBuilder>(this TBuilder builder)
                    where TBuilder : global::Microsoft.Extensions.Hosting.IHostApplicationBuilder
                {
                    global::System.ArgumentNullException.ThrowIfNull(builder);
                    string? role = ReadRole(builder.Configuration);
                    global::Microsoft.Extensions.DependencyInjection.IServiceCollection services = builder.Services;
                    {{Code.Lines(12, Registrations(tables).Concat(ShutdownSource.Registration(tables.Shutdown)))}}
                    // Checked when the host starts, not here: tools that only build the app (OpenAPI documents, EF Core migrations)
                    // take the hosted services out or never start them, and need no secrets. First of all hosted services, and in
                    // its constructor: another's constructor may need a secret and would fail with a less helpful message.
                    services.Insert(0, global::Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Singleton<global::Microsoft.Extensions.Hosting.IHostedService>(
                        provider => new SecretsCheck((global::Microsoft.Extensions.Configuration.IConfiguration)provider.GetService(typeof(global::Microsoft.Extensions.Configuration.IConfiguration))!, role)));
                    return builder;
                }

        {{RunSource.Method}}

                private static bool IsActive(string? active, string role) => {{ActiveWithoutRole(tables)}} || active == role;

                private static string? ReadRole(global::Microsoft.Extensions.Configuration.IConfiguration configuration)
                {
                    string? role = Read(configuration, "INK_ROLE");
                    if (role is null || global::System.Array.IndexOf(Roles, role) >= 0)
                    {
                        return role;
                    }

                    throw new global::System.InvalidOperationException(
                        "INK_ROLE is '" + role + "', which is no role of this app. Its roles are " + string.Join(", ", Roles)
                        + "; unset INK_ROLE to run all of them{{(tables.JobRoles.Count == 0 ? "" : " but the jobs")}}.");
                }

                // The environment itself is asked too: a host can be built without the configuration source for it.
                private static string? Read(global::Microsoft.Extensions.Configuration.IConfiguration configuration, string variable)
                {
                    string? value = configuration[variable.Replace("__", ":", global::System.StringComparison.Ordinal)];
                    if (string.IsNullOrEmpty(value))
                    {
                        value = global::System.Environment.GetEnvironmentVariable(variable);
                    }

                    return string.IsNullOrEmpty(value) ? null : value;
                }

        {{ShutdownSource.Method(tables.Shutdown)}}
        {{SecretsSource.Write(tables.Secrets)}}
            }
        }

        """;

    private static IEnumerable<string> Registrations(HostTables tables)
    {
        if (tables.HasHealthChecks)
            yield return "global::Microsoft.Extensions.DependencyInjection.HealthCheckServiceCollectionExtensions.AddHealthChecks(services);";

        const string extensions = "global::Microsoft.Extensions.DependencyInjection";
        foreach (var worker in tables.Workers)
        {
            foreach (var line in Registration(worker, $"{extensions}.ServiceCollectionHostedServiceExtensions.AddHostedService<{worker.Type}>(services);"))
                yield return line;
        }

        // Scoped: the job runs in a scope of its own, and is disposed of with it.
        foreach (var job in tables.Jobs)
        {
            foreach (var line in Registration(job, $"{extensions}.ServiceCollectionServiceExtensions.AddScoped<global::Ink.IInkJob, {job.Type}>(services);"))
                yield return line;
        }

        // A blank line before what follows.
        yield return "";
    }

    private static string[] Registration(RoleRow row, string statement) =>
        [$"if (IsActive(role, {Code.Literal(row.Role)}))", "{", $"    {statement}", "}"];

    private static string What(HostTables tables) =>
        $"the hosted services{(tables.JobRoles.Count == 0 ? "" : " or the job")} of the active role{(tables.HasHealthChecks ? " and health checks" : "")}";

    private static string JobRoles(HostTables tables) => tables.JobRoles.Count == 0
        ? ""
        : $"private static readonly string[] JobRoles = {{ {string.Join(", ", tables.JobRoles.Select(Code.Literal))} }};\n";

    // Nothing runs to its end, and ends the process with it, unless asked for by name.
    private static string ActiveWithoutRole(HostTables tables) =>
        tables.JobRoles.Count == 0 ? "active is null" : "(active is null && global::System.Array.IndexOf(JobRoles, role) < 0)";
}
