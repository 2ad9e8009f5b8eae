using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>The ports that a container listens on.</summary>
internal static class ContainerPorts
{
    /// <summary>The name of the port that serves HTTP; Services, Ingresses and probes refer to it.</summary>
    public const string Http = "http";

    private const string Health = "health";

    public static V1ContainerPort[]? Of(WorkloadSpec workload)
    {
        List<V1ContainerPort> ports = [];
        if (workload.Port is { } port)
            ports.Add(Port(Http, port));
        if (HealthPort(workload) is { } healthPort)
            ports.Add(Port(Health, healthPort));
        return ports.Count == 0 ? null : [.. ports];
    }

    /// <summary>The port of the probes, where it is one of its own.</summary>
    public static int? HealthPort(WorkloadSpec workload) =>
        workload.Health is { } health && health.Port != workload.Port ? health.Port : null;

    private static V1ContainerPort Port(string name, int number) =>
        new() { Name = name, ContainerPort = number, Protocol = "TCP" };
}
