using Ink.Generators.Reading;
using Ink.Model.Collections;
using Ink.Model.Declarations;

namespace Ink.Generators.Tables;

/// <summary>What <c>AddInk</c> and <c>RunInkAsync</c> go by.</summary>
/// <param name="HasHealthChecks">Health checks can be registered.</param>
/// <param name="Roles">Every role of every environment, by name (ordinal).</param>
/// <param name="Workers">Which role runs which hosted service, by role and type (ordinal).</param>
/// <param name="Secrets">The secrets that must be there.</param>
internal sealed record HostTables(
    bool HasHealthChecks,
    EquatableArray<string> Roles,
    EquatableArray<WorkerRow> Workers,
    SecretTables Secrets)
{
    public static HostTables Of(ProjectShape project, EquatableArray<ReadDeclaration> declarations, Environments environments) => new(
        project.HasHealthChecks,
        environments.Workloads.Select(workload => workload.Name).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray(),
        declarations
            .Where(read => read.CanRegister)
            .Select(read => new WorkerRow(read.Declaration.WorkloadName, read.Declaration.TextOf(DeclarationReader.TypeArgument)!))
            .Distinct()
            .OrderBy(row => row.Role, StringComparer.Ordinal)
            .ThenBy(row => row.Type, StringComparer.Ordinal)
            .ToEquatableArray(),
        SecretTables.Of(environments));
}

/// <summary>A role and the hosted service it runs.</summary>
internal sealed record WorkerRow(string Role, string Type);
