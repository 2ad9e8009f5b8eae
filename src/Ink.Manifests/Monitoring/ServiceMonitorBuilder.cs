using System.Globalization;
using Ink.Manifests.Metadata;
using Ink.Manifests.Workloads;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Monitoring;

/// <summary>Tells Prometheus where a workload's metrics are.</summary>
internal static class ServiceMonitorBuilder
{
    /// <summary>The ServiceMonitor; <see langword="null"/> for a workload without metrics.</summary>
    public static ServiceMonitor? Build(AppSpec app, WorkloadSpec workload)
    {
        if (workload.Metrics is not { } metrics)
            return null;

        return new ServiceMonitor
        {
            Metadata = ObjectMetadata.Create(app, workload.ObjectName, Labels.Of(app, workload)),
            Spec = new ServiceMonitorSpec
            {
                JobLabel = Labels.Name,
                // The labels of the workload's Service begin with those of its pods' selector.
                Selector = new V1LabelSelector { MatchLabels = Labels.Selector(app, workload) },
                Endpoints = [new MetricsEndpoint(ContainerPorts.MetricsName(workload), metrics.Path, Interval(metrics))],
            },
        };
    }

    private static string? Interval(MetricsSpec metrics) =>
        metrics.IntervalSeconds is { } seconds ? $"{seconds.ToString(CultureInfo.InvariantCulture)}s" : null;
}
