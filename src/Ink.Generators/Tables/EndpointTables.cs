using Ink.Generators.Reading;
using Ink.Model.Collections;
using Ink.Model.Resolution;
using Ink.Model.Specs;

namespace Ink.Generators.Tables;

/// <summary>What <c>MapInk</c> goes by: every path that a probe asks in some environment.</summary>
/// <param name="HasMetricsSwitch">An endpoint can be left out of the HTTP metrics.</param>
/// <param name="Live">Paths that run no check, in ordinal order.</param>
/// <param name="Ready">Paths that run every check, in ordinal order.</param>
internal sealed record EndpointTables(bool HasMetricsSwitch, EquatableArray<string> Live, EquatableArray<string> Ready)
{
    public static EndpointTables Of(ProjectShape project, Environments environments, BuildSettings settings)
    {
        var probes = environments.Workloads.Select(workload => workload.Health).OfType<HealthSpec>().ToList();

        // A path that is live and ready at once has to run the checks, or readiness would mean nothing.
        var ready = Paths(probes.Select(probe => probe.Ready)
            .Concat(probes.Where(probe => probe.Startup != probe.Live).Select(probe => probe.Startup))
            .Concat(settings.ReadyPaths)
            .Concat(settings.StartupPaths.Except(settings.LivePaths, StringComparer.OrdinalIgnoreCase)));
        var live = Paths(probes.Select(probe => probe.Live).Concat(settings.LivePaths)).Except(ready, StringComparer.OrdinalIgnoreCase);
        return new EndpointTables(project.HasMetricsSwitch, live.ToEquatableArray(), ready.ToEquatableArray());
    }

    // Routes are compared without case, and braces would make a parameter.
    private static List<string> Paths(IEnumerable<string?> paths) =>
        paths
            .OfType<string>()
            .Where(path => path.Length > 0)
            .Select(path => RoutePath.Normalise(path)!)
            .Select(path => path.Replace("{", "{{").Replace("}", "}}"))
            .OrderBy(path => path, StringComparer.Ordinal)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
}
