using Ink.Generators.Reading;
using Ink.Model.Collections;
using Ink.Model.Specs;

namespace Ink.Generators.Tables;

/// <summary>What <c>AddInk</c> and <c>RunInkAsync</c> go by.</summary>
/// <param name="HasHealthChecks">Health checks can be registered.</param>
/// <param name="Roles">Every role of every environment, by name (ordinal).</param>
/// <param name="JobRoles">Those of them that run to their end, by name (ordinal).</param>
/// <param name="Workers">Which role runs which hosted service, by role and type (ordinal).</param>
/// <param name="Jobs">Which role runs which job, by role and type (ordinal).</param>
/// <param name="Secrets">The secrets that must be there.</param>
/// <param name="Shutdown">How long the host may take to stop; empty where it cannot be told.</param>
internal sealed record HostTables(
    bool HasHealthChecks,
    EquatableArray<string> Roles,
    EquatableArray<string> JobRoles,
    EquatableArray<RoleRow> Workers,
    EquatableArray<RoleRow> Jobs,
    SecretTables Secrets,
    EquatableArray<ShutdownRow> Shutdown)
{
    public static HostTables Of(ProjectShape project, EquatableArray<ReadDeclaration> declarations, Environments environments) => new(
        project.HasHealthChecks,
        Names(environments.Workloads),
        Names(environments.Workloads.Where(workload => workload.RunsToCompletion)),
        Rows(declarations.Where(read => !RoleType.IsJob(read.Declaration.Attribute))),
        Rows(declarations.Where(read => RoleType.IsJob(read.Declaration.Attribute))),
        SecretTables.Of(environments),
        project.HasHostOptions ? ShutdownRow.Of(environments) : default);

    private static EquatableArray<string> Names(IEnumerable<WorkloadSpec> workloads) =>
        workloads.Select(workload => workload.Name).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();

    private static EquatableArray<RoleRow> Rows(IEnumerable<ReadDeclaration> declarations) =>
        declarations
            .Where(read => read.CanRegister)
            .Select(read => new RoleRow(read.Declaration.WorkloadName, read.Declaration.TextOf(DeclarationReader.TypeArgument)!))
            .Distinct()
            .OrderBy(row => row.Role, StringComparer.Ordinal)
            .ThenBy(row => row.Type, StringComparer.Ordinal)
            .ToEquatableArray();
}

/// <summary>A role and the type it runs.</summary>
internal sealed record RoleRow(string Role, string Type);
