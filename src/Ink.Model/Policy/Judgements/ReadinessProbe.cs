using Ink.Model.Declarations;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK1005: without one, a pod gets requests before it can answer them.</summary>
internal static class ReadinessProbe
{
    public static IEnumerable<Breach> Judge(WorkloadFacts workload)
    {
        if (!workload.IsServed || workload.LongRunning.Any(container => container.Readiness is not null))
            return [];
        var container = workload.Pod.Containers.FirstOrDefault(candidate => candidate.Kind == ContainerKind.App);
        return
        [
            new Breach(
                RuleCatalogue.ReadinessProbe,
                $"{container?.Path ?? workload.Pod.Path}.readinessProbe",
                $"{Named.Of(workload)} gets requests and no container of it has a readiness probe",
                "Write a readinessProbe that asks what the app needs to answer.")
            {
                Source = new SourceHint(AttributeKind.Health, "Ready", "Call app.MapInk(), or write [assembly: Health(Ready = \"…\")]."),
            },
        ];
    }
}
