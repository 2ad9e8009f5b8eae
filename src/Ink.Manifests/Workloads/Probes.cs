using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>The probes of a container: HTTP where a path is known, else whether the port accepts connections.</summary>
internal static class Probes
{
    // 30 × 2 s: a start may take a minute, and a quick one is noticed quickly.
    private const int StartupPeriodSeconds = 2;
    private const int StartupFailureThreshold = 30;

    // Of a sidecar; the app's can be declared.
    private const int TimeoutSeconds = 2;
    private const int ReadinessPeriodSeconds = 10;
    private const int ReadinessFailureThreshold = 3;

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

    /// <summary>Until it is over, what comes after the sidecar, the app at last, does not start.</summary>
    public static V1Probe? Startup(SidecarSpec sidecar) => Connection(sidecar, StartupPeriodSeconds, StartupFailureThreshold);

    /// <summary>A pod serves when all of its containers are ready, so a sidecar that is not takes it out.</summary>
    public static V1Probe? Readiness(SidecarSpec sidecar) => Connection(sidecar, ReadinessPeriodSeconds, ReadinessFailureThreshold);

    private static V1Probe? Connection(SidecarSpec sidecar, int periodSeconds, int failureThreshold) =>
        sidecar.Port is null
            ? null
            : new V1Probe
            {
                TcpSocket = new V1TCPSocketAction { Port = ContainerPorts.NameOf(sidecar) },
                PeriodSeconds = periodSeconds,
                TimeoutSeconds = TimeoutSeconds,
                FailureThreshold = failureThreshold,
            };

    private static V1Probe Probe(WorkloadSpec workload, HealthSpec health, string? path, int periodSeconds, int failureThreshold) => new()
    {
        HttpGet = path is null ? null : new V1HTTPGetAction { Path = path, Port = Port(workload, health), Scheme = "HTTP" },
        TcpSocket = path is null ? new V1TCPSocketAction { Port = Port(workload, health) } : null,
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = health.TimeoutSeconds,
        FailureThreshold = failureThreshold,
    };

    private static IntOrString Port(WorkloadSpec workload, HealthSpec health) =>
        health.Port == workload.Port ? WorkloadPorts.Http : health.Port;
}
