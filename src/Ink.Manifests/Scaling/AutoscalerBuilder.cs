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
                Metrics = [.. Utilization("cpu", scale.Cpu), .. Utilization("memory", scale.Memory)],
            },
        };
    }

    private static IEnumerable<V2MetricSpec> Utilization(string resource, int? percent) =>
        percent is null
            ? []
            :
            [
                new V2MetricSpec
                {
                    Type = "Resource",
                    Resource = new V2ResourceMetricSource
                    {
                        Name = resource,
                        Target = new V2MetricTarget { Type = "Utilization", AverageUtilization = percent },
                    },
                },
            ];
}
