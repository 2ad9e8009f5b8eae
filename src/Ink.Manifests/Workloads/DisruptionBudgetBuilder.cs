using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>Keeps node drains from taking a replicated workload down as a whole.</summary>
internal static class DisruptionBudgetBuilder
{
    /// <summary>The budget; <see langword="null"/> for a workload that never has two pods, and whose only one a budget could but keep from ever being moved, and for a job.</summary>
    public static V1PodDisruptionBudget? Build(AppSpec app, WorkloadSpec workload)
    {
        if (workload.RunsToCompletion || workload.MaxReplicas < 2)
            return null;

        return new V1PodDisruptionBudget
        {
            ApiVersion = "policy/v1",
            Kind = "PodDisruptionBudget",
            Metadata = ObjectMetadata.Create(app, workload.ObjectName, Labels.Of(app, workload)),
            Spec = new V1PodDisruptionBudgetSpec
            {
                MinAvailable = workload.Availability.MinAvailable,
                MaxUnavailable = workload.Availability.MaxUnavailable,
                Selector = new V1LabelSelector { MatchLabels = Labels.Selector(app, workload) },
                // Pods that never became ready must not block a node drain.
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
            },
        };
    }
}
