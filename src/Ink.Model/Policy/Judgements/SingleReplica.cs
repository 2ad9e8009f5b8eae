using System.Globalization;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK1009: one pod in production is down whenever its node is.</summary>
internal static class SingleReplica
{
    public static IEnumerable<Breach> Judge(WorkloadFacts workload, PolicyContext context)
    {
        if (!context.IsProduction || !workload.IsServed || workload.MinReplicas is not (< 2 and { } count))
            return [];
        var (path, argument) = workload.IsScaled ? ("spec.minReplicas", "Min") : ("spec.replicas", "Replicas");
        return
        [
            new Breach(
                RuleCatalogue.SingleReplica,
                path,
                $"{Named.Of(workload)} has {count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? "pod" : "pods")} in production, so it is down whenever that pod's node is",
                "Write 2 or more.")
            {
                Source = new SourceHint(workload.IsScaled ? Declarations.AttributeKind.Autoscale : null, argument, $"Write {argument} = 2 or more."),
            },
        ];
    }
}
