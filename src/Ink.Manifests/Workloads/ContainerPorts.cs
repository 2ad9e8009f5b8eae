using System.Globalization;
using Ink.Model.Specs;
using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>The ports that the containers of a pod listen on. Their names differ within the pod, and so do their numbers.</summary>
internal static class ContainerPorts
{
    /// <summary>The name of the port that serves HTTP; Services, Ingresses and probes refer to it.</summary>
    public const string Http = "http";

    /// <summary>The name of the port that serves metrics, where it is one of its own.</summary>
    public const string Metrics = "metrics";

    private const string Health = "health";
    private const string NumberedPrefix = "port-";

    /// <summary>The ports of the app's container; metrics may be on one of a sidecar's.</summary>
    public static V1ContainerPort[]? Of(WorkloadSpec workload)
    {
        List<V1ContainerPort> ports = [];
        if (workload.Port is { } port)
            ports.Add(Port(Http, port));
        if (HealthPort(workload) is { } healthPort)
            ports.Add(Port(Health, healthPort));
        if (workload.Metrics is { } metrics && NameOf(workload, metrics.Port) == Metrics && SidecarAt(workload, metrics.Port) is null)
            ports.Add(Port(Metrics, metrics.Port));
        return ports.Count == 0 ? null : [.. ports];
    }

    /// <summary>The port of a sidecar.</summary>
    public static V1ContainerPort[]? Of(SidecarSpec sidecar) => sidecar.Port is { } port ? [Port(NameOf(sidecar), port)] : null;

    /// <summary>The port of the probes, where it is one of its own.</summary>
    public static int? HealthPort(WorkloadSpec workload) =>
        workload.Health is { } health && health.Port != workload.Port ? health.Port : null;

    /// <summary>The name of the app's port of that number: metrics may share that of HTTP or of the probes.</summary>
    public static string NameOf(WorkloadSpec workload, int port) =>
        port == workload.Port ? Http : port == HealthPort(workload) ? Health : Metrics;

    /// <summary>
    /// The name of a sidecar's port: its own where a port can be called so ("IANA_SVC_NAME" in the API reference, 15 characters at most),
    /// else one by the number.
    /// </summary>
    public static string NameOf(SidecarSpec sidecar)
    {
        var isTaken = sidecar.Name is Http or Metrics or Health || sidecar.Name.StartsWith(NumberedPrefix, StringComparison.Ordinal);
        return KubernetesName.IsPortName(sidecar.Name) && !isTaken
            ? sidecar.Name
            : NumberedPrefix + sidecar.Port?.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The sidecar that listens on that port; <see langword="null"/> where it is the app itself.</summary>
    public static SidecarSpec? SidecarAt(WorkloadSpec workload, int port) => workload.Sidecars.FirstOrDefault(sidecar => sidecar.Port == port);

    /// <summary>The sidecars that others reach at the workload's Service, by name (ordinal).</summary>
    public static IEnumerable<SidecarSpec> Served(WorkloadSpec workload) => workload.Kind == WorkloadKind.Web
        ? workload.Sidecars.Where(sidecar => sidecar.Port is not null).OrderBy(sidecar => sidecar.Name, StringComparer.Ordinal)
        : [];

    /// <summary>The name of the Service's port with the metrics.</summary>
    public static string MetricsName(WorkloadSpec workload)
    {
        if (workload.Metrics?.Port == workload.Port)
            return Http;
        return Served(workload).FirstOrDefault(sidecar => sidecar.Port == workload.Metrics?.Port) is { } sidecar ? NameOf(sidecar) : Metrics;
    }

    private static V1ContainerPort Port(string name, int number) =>
        new() { Name = name, ContainerPort = number, Protocol = "TCP" };
}
