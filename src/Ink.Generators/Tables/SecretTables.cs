using Ink.Model.Collections;
using Ink.Model.Specs;

namespace Ink.Generators.Tables;

/// <summary>The secrets that must be there when the host starts.</summary>
/// <param name="Local">Those of every environment that has no rows of its own.</param>
/// <param name="Named">Those of the environments that differ from it, by environment (ordinal).</param>
internal sealed record SecretTables(EquatableArray<SecretRow> Local, EquatableArray<EnvironmentSecrets> Named)
{
    public static SecretTables Of(Environments environments)
    {
        var local = Rows(environments.Local);
        var named = environments.Named
            .Select(app => new EnvironmentSecrets(app.Environment, Rows(app)))
            .Where(secrets => secrets.Rows != local)
            .ToEquatableArray();
        return new SecretTables(local, named);
    }

    private static EquatableArray<SecretRow> Rows(AppSpec app) =>
        app.Workloads
            .SelectMany(workload => workload.Secrets.Select(secret => new SecretRow(secret.Name, secret.File, workload.Name)))
            .GroupBy(row => row with { Role = null })
            // A secret of all the app's workloads takes one row.
            .SelectMany(group => group.Count() == app.Workloads.Count ? [group.Key] : group.AsEnumerable())
            .OrderBy(row => row.Name, StringComparer.Ordinal)
            .ThenBy(row => row.Role, StringComparer.Ordinal)
            .ThenBy(row => row.File, StringComparer.Ordinal)
            .ToEquatableArray();
}

/// <summary>The secrets of one environment.</summary>
internal sealed record EnvironmentSecrets(string Environment, EquatableArray<SecretRow> Rows);

/// <summary>A secret that must be there.</summary>
/// <param name="Name">The environment variable.</param>
/// <param name="File">The file that holds it in the variable's place.</param>
/// <param name="Role">The role that needs it; <see langword="null"/> for all.</param>
internal sealed record SecretRow(string Name, string? File, string? Role);
