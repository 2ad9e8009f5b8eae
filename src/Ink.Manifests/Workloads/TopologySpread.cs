using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>Spreads a workload's pods over nodes and zones, as far as the cluster allows.</summary>
internal static class TopologySpread
{
    public static List<V1TopologySpreadConstraint>? Of(AppSpec app, WorkloadSpec workload) =>
        !workload.Availability.Spread ? null : [Over("kubernetes.io/hostname", app, workload), Over("topology.kubernetes.io/zone", app, workload)];

    private static V1TopologySpreadConstraint Over(string topology, AppSpec app, WorkloadSpec workload) => new()
    {
        TopologyKey = topology,
        MaxSkew = 1,
        WhenUnsatisfiable = "ScheduleAnyway",
        LabelSelector = new V1LabelSelector { MatchLabels = Labels.Selector(app, workload) },
        // Each revision of a Deployment is spread by itself; else the pods of the outgoing one push the new ones together. The pods of a
        // StatefulSet are replaced one by one, where their volumes are, so all of them count.
        MatchLabelKeys = workload.IsStateful ? null : ["pod-template-hash"],
    };
}
