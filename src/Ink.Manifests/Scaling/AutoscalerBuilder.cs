using Ink.Manifests.Metadata;
using Ink.Manifests.Workloads;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Scaling;

/// <summary>Lets the number of a workload's pods follow their CPU and memory.</summary>
internal static class AutoscalerBuilder
{
    /// <summary>The autoscaler; <see langword="null"/> for a workload without.</summary>
    public static V2HorizontalPodAutoscaler? Build(AppSpec app, WorkloadSpec workload)
    {
        if (workload.Autoscale is not { } scale)
            return null;

        return new V2HorizontalPodAutoscaler
        {
            ApiVersion = "autoscaling/v2",
            Kind = "HorizontalPodAutoscaler",
            Metadata = ObjectMetadata.Create(app, workload.ObjectName, Labels.Of(app, workload), SyncWave.Traffic),
            Spec = new V2HorizontalPodAutoscalerSpec
            {
                ScaleTargetRef = new V2CrossVersionObjectReference { ApiVersion = ControllerKind.ApiVersion, Kind = ControllerKind.Of(workload), Name = workload.ObjectName },
                MinReplicas = scale.Min,
                MaxReplicas = scale.Max,
                Metrics = [.. Utilization(workload, "cpu", scale.Cpu), .. Utilization(workload, "memory", scale.Memory)],
            },
        };
    }

    private static IEnumerable<V2MetricSpec> Utilization(WorkloadSpec workload, string resource, int? percent)
    {
        if (percent is null)
            return [];

        var target = new V2MetricTarget { Type = "Utilization", AverageUtilization = percent };
        // Of a pod as a whole the percentage would be one of all its containers together, and a busy app could hide behind an idle
        // sidecar. Where there is none, what is asked of the pod is the app's.
        return
        [
            workload.Sidecars.All(sidecar => sidecar.IsInit)
                ? new V2MetricSpec { Type = "Resource", Resource = new V2ResourceMetricSource { Name = resource, Target = target } }
                : new V2MetricSpec
                {
                    Type = "ContainerResource",
                    ContainerResource = new V2ContainerResourceMetricSource { Container = workload.Name, Name = resource, Target = target },
                },
        ];
    }
}
