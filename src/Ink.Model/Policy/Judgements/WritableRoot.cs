using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK2005: what cannot be written cannot be replaced by an intruder, nor fill the node's disk.</summary>
internal static class WritableRoot
{
    public static IEnumerable<Breach> Judge(WorkloadFacts workload) =>
        from container in workload.Pod.Containers
        where container.Kind != ContainerKind.Ephemeral && !container.Security.ReadOnlyRoot
        select new Breach(
            RuleCatalogue.WritableRoot,
            $"{container.Path}.securityContext.readOnlyRootFilesystem",
            $"{Named.Container(workload, container)} can write to its root file system",
            "Write readOnlyRootFilesystem: true, and mount an emptyDir where it has to write.");
}
