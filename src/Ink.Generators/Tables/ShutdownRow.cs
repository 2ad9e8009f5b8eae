using Ink.Model.Collections;
using Ink.Model.Specs;

namespace Ink.Generators.Tables;

/// <summary>How long the host may take to stop.</summary>
/// <param name="Environment">The environment; <see langword="null"/> for every one that has no row of its own for the role.</param>
/// <param name="Role">The role.</param>
/// <param name="Milliseconds">The time.</param>
internal sealed record ShutdownRow(string? Environment, string Role, int Milliseconds)
{
    /// <summary>The rows of environments by name (ordinal), where they differ; those of every other environment come last.</summary>
    public static EquatableArray<ShutdownRow> Of(Environments environments)
    {
        var local = Rows(environments.Local, environment: null).ToList();
        return environments.Named
            .SelectMany(app => Rows(app, app.Environment))
            .Where(row => !local.Contains(row with { Environment = null }))
            .Concat(local)
            .ToEquatableArray();
    }

    private static IEnumerable<ShutdownRow> Rows(AppSpec app, string? environment) =>
        app.Workloads
            .GroupBy(workload => workload.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ShutdownRow(environment, group.Key, (int)group.First().ShutdownTimeout.TotalMilliseconds));
}
