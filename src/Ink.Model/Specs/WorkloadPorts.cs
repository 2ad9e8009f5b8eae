namespace Ink.Model.Specs;

/// <summary>The ports that the app's container listens on, and what they are called within the pod.</summary>
public static class WorkloadPorts
{
    /// <summary>The name of the port that serves HTTP; Services, Ingresses and probes refer to it.</summary>
    public const string Http = "http";

    /// <summary>The name of the port of the probes, where it is one of its own.</summary>
    public const string Health = "health";

    /// <summary>The name of the port that serves metrics, where it is one of its own.</summary>
    public const string Metrics = "metrics";

    /// <summary>The ports of the app's container; metrics may be on one of a sidecar's.</summary>
    public static IEnumerable<(string Name, int Number)> Of(WorkloadSpec workload)
    {
        if (workload.Port is { } port)
            yield return (Http, port);
        if (HealthPort(workload) is { } health)
            yield return (Health, health);
        if (workload.Metrics is { } metrics && NameOf(workload, metrics.Port) == Metrics && workload.Sidecars.All(sidecar => sidecar.Port != metrics.Port))
            yield return (Metrics, metrics.Port);
    }

    /// <summary>The port of the probes, where it is one of its own.</summary>
    public static int? HealthPort(WorkloadSpec workload) =>
        workload.Health is { } health && health.Port != workload.Port ? health.Port : null;

    /// <summary>The name of the app's port of that number: metrics may share that of HTTP or of the probes.</summary>
    public static string NameOf(WorkloadSpec workload, int port) =>
        port == workload.Port ? Http : port == HealthPort(workload) ? Health : Metrics;
}
