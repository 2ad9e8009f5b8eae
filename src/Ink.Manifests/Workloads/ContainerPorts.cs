using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>The ports that a container listens on.</summary>
internal static class ContainerPorts
{
    /// <summary>The name of the port that serves HTTP; Services, Ingresses and probes refer to it.</summary>
    public const string Http = "http";

    /// <summary>The name of the port that serves metrics, where it is one of its own.</summary>
    public const string Metrics = "metrics";

    private const string Health = "health";

    public static List<V1ContainerPort>? Of(WorkloadSpec workload)
    {
        List<V1ContainerPort> ports = [];
        if (workload.Port is { } port)
            ports.Add(Port(Http, port));
        if (HealthPort(workload) is { } healthPort)
            ports.Add(Port(Health, healthPort));
        if (workload.Metrics is { } metrics && NameOf(workload, metrics.Port) == Metrics)
            ports.Add(Port(Metrics, metrics.Port));
        return ports.Count == 0 ? null : ports;
    }

    /// <summary>The port of the probes, where it is one of its own.</summary>
    public static int? HealthPort(WorkloadSpec workload) =>
        workload.Health is { } health && health.Port != workload.Port ? health.Port : null;

    /// <summary>The name of the container's port of that number: metrics may share that of HTTP or of the probes.</summary>
    public static string NameOf(WorkloadSpec workload, int port) =>
        port == workload.Port ? Http : port == HealthPort(workload) ? Health : Metrics;

    /// <summary>The name of the Service's port with the metrics.</summary>
    public static string MetricsName(WorkloadSpec workload) => workload.Metrics?.Port == workload.Port ? Http : Metrics;

    private static V1ContainerPort Port(string name, int number) =>
        new() { Name = name, ContainerPort = number, Protocol = "TCP" };
}
