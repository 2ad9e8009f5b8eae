using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK1003, off unless switched on: some organisations want a bound on CPU, at the price of throttling.</summary>
internal static class CpuLimit
{
    public static IEnumerable<Breach> Judge(WorkloadFacts workload) =>
        from container in workload.LongRunning
        where container.Resources.CpuLimit is null
        select new Breach(
            RuleCatalogue.CpuLimit,
            $"{container.Path}.resources.limits.cpu",
            $"{Named.Container(workload, container)} has no CPU limit",
            "Write resources.limits.cpu.")
        {
            Source = container.Kind == ContainerKind.App
                ? new SourceHint(AttributeKind.Resources, "CpuLimit", "Write CpuLimit in [assembly: Resources(…)].") { Missing = new EquatableArray<string>(["CpuLimit"]) }
                : null,
        };
}
