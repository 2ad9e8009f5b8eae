using Ink.Model.Declarations;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>
/// INK1006: a probe that asks for the app's dependencies takes pods out of service, which is right; as a liveness probe it restarts all of
/// them because a database is away. A bare connection to a port asks for no dependency, so there the two may be one.
/// </summary>
internal static class EqualProbes
{
    public static IEnumerable<Breach> Judge(WorkloadFacts workload) =>
        from container in workload.LongRunning
        where container is { Liveness: { } live, Readiness: { } ready } && live.Action == ready.Action && !live.Action.StartsWith("tcp", StringComparison.Ordinal)
        select new Breach(
            RuleCatalogue.EqualProbes,
            $"{container.Path}.livenessProbe",
            $"{Named.Container(workload, container)} has one probe for readiness and liveness ({container.Liveness!.Action})",
            "Ask for the process alone in livenessProbe, and for what it depends on in readinessProbe.")
        {
            Source = new SourceHint(AttributeKind.Health, "Live", "Give Live a path of its own, or leave it out: MapInk() then answers /health/live for the process alone."),
        };
}
