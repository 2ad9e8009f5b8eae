using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK1004: logs and temporary files fill the node's disk, and then every pod on it is at risk.</summary>
internal static class StorageLimit
{
    public static IEnumerable<Breach> Judge(WorkloadFacts workload) =>
        from container in workload.LongRunning
        where container.Resources.StorageLimit is null
        select new Breach(
            RuleCatalogue.StorageLimit,
            $"{container.Path}.resources.limits.ephemeral-storage",
            $"{Named.Container(workload, container)} has no limit on ephemeral storage",
            "Write resources.limits.ephemeral-storage.")
        {
            Source = container.Kind == ContainerKind.App
                ? new SourceHint(AttributeKind.Resources, "EphemeralStorage", "Write EphemeralStorage in [assembly: Resources(…)].") { Missing = new EquatableArray<string>(["EphemeralStorage"]) }
                : null,
        };
}
