using System.Globalization;
using Ink.Model.Specs;
using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>The ports that the containers of a pod listen on. Their names differ within the pod, and so do their numbers.</summary>
internal static class ContainerPorts
{
    private const string NumberedPrefix = "port-";

    /// <summary>The ports of the app's container; metrics may be on one of a sidecar's.</summary>
    public static List<V1ContainerPort>? Of(WorkloadSpec workload)
    {
        var ports = WorkloadPorts.Of(workload).Select(port => Port(port.Name, port.Number)).ToList();
        return ports.Count == 0 ? null : ports;
    }

    /// <summary>The port of a sidecar.</summary>
    public static V1ContainerPort[]? Of(SidecarSpec sidecar) => sidecar.Port is { } port ? [Port(NameOf(sidecar), port)] : null;

    /// <summary>
    /// The name of a sidecar's port: its own where a port can be called so ("IANA_SVC_NAME" in the API reference, 15 characters at most),
    /// else one by the number.
    /// </summary>
    public static string NameOf(SidecarSpec sidecar)
    {
        var isTaken = sidecar.Name is WorkloadPorts.Http or WorkloadPorts.Metrics or WorkloadPorts.Health || sidecar.Name.StartsWith(NumberedPrefix, StringComparison.Ordinal);
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
            return WorkloadPorts.Http;
        return Served(workload).FirstOrDefault(sidecar => sidecar.Port == workload.Metrics?.Port) is { } sidecar ? NameOf(sidecar) : WorkloadPorts.Metrics;
    }

    private static V1ContainerPort Port(string name, int number) =>
        new() { Name = name, ContainerPort = number, Protocol = "TCP" };
}
