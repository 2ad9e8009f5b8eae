using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>The probes of a container: HTTP where a path is known, else whether the port accepts connections.</summary>
internal static class Probes
{
    // 30 × 2 s: a start may take a minute, and a quick one is noticed quickly.
    private const int StartupPeriodSeconds = 2;
    private const int StartupFailureThreshold = 30;

    public static V1Probe? Startup(WorkloadSpec workload) =>
        workload.Health is { } health
            ? Probe(workload, health, health.Startup, StartupPeriodSeconds, StartupFailureThreshold)
            : null;

    public static V1Probe? Readiness(WorkloadSpec workload) =>
        workload.Health is { } health
            ? Probe(workload, health, health.Ready, health.PeriodSeconds, health.FailureThreshold)
            : null;

    public static V1Probe? Liveness(WorkloadSpec workload) =>
        workload.Health is { } health
            ? Probe(workload, health, health.Live, health.PeriodSeconds, health.FailureThreshold)
            : null;

    private static V1Probe Probe(WorkloadSpec workload, HealthSpec health, string? path, int periodSeconds, int failureThreshold) => new()
    {
        HttpGet = path is null ? null : new V1HTTPGetAction { Path = path, Port = Port(workload, health), Scheme = "HTTP" },
        TcpSocket = path is null ? new V1TCPSocketAction { Port = Port(workload, health) } : null,
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = health.TimeoutSeconds,
        FailureThreshold = failureThreshold,
    };

    private static IntOrString Port(WorkloadSpec workload, HealthSpec health) =>
        health.Port == workload.Port ? ContainerPorts.Http : health.Port;
}
