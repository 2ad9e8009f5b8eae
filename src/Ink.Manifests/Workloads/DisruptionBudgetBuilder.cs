using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>Keeps node drains from taking a replicated workload down as a whole.</summary>
internal static class DisruptionBudgetBuilder
{
    /// <summary>The budget; <see langword="null"/> for a single pod, which a budget could only keep from ever being moved, and for a job.</summary>
    public static V1PodDisruptionBudget? Build(AppSpec app, WorkloadSpec workload)
    {
        if (workload.RunsToCompletion || workload.Replicas < 2)
            return null;

        return new V1PodDisruptionBudget
        {
            ApiVersion = "policy/v1",
            Kind = "PodDisruptionBudget",
            Metadata = ObjectMetadata.Create(app, workload.ObjectName, Labels.Of(app, workload)),
            Spec = new V1PodDisruptionBudgetSpec
            {
                MaxUnavailable = 1,
                Selector = new V1LabelSelector { MatchLabels = Labels.Selector(app, workload) },
                // Pods that never became ready must not block a node drain.
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
            },
        };
    }
}
