using Ink.Manifests.Metadata;
using Ink.Manifests.Workloads;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Networking;

/// <summary>The name under which a workload is reached inside the cluster, and found by Prometheus.</summary>
internal static class ServiceBuilder
{
    /// <summary>The Service; <see langword="null"/> for a workload that serves nothing to others.</summary>
    public static V1Service? Build(AppSpec app, WorkloadSpec workload)
    {
        List<V1ServicePort> ports = [];
        if (workload is { Kind: WorkloadKind.Web, Port: { } port })
            ports.Add(Port(WorkloadPorts.Http, port, WorkloadPorts.Http));
        ports.AddRange(ContainerPorts.Served(workload).Select(sidecar => Port(ContainerPorts.NameOf(sidecar), sidecar.Port!.Value, sidecar.Port.Value)));
        if (workload.Metrics is { } metrics && ContainerPorts.MetricsName(workload) == WorkloadPorts.Metrics)
            ports.Add(Port(WorkloadPorts.Metrics, metrics.Port, Target(workload, metrics.Port)));
        if (ports.Count == 0)
            return null;

        return new V1Service
        {
            ApiVersion = "v1",
            Kind = "Service",
            Metadata = ObjectMetadata.Create(app, workload.ObjectName, Labels.Of(app, workload)),
            Spec = new V1ServiceSpec
            {
                Type = "ClusterIP",
                Selector = Labels.Selector(app, workload),
                Ports = ports,
            },
        };
    }

    // By name, but for sidecars: before Kubernetes 1.32 the names of their ports lead nowhere (kubernetes/kubernetes#127958).
    private static IntOrString Target(WorkloadSpec workload, int port) =>
        ContainerPorts.SidecarAt(workload, port) is null ? WorkloadPorts.NameOf(workload, port) : port;

    // The container's own number, not 80: the network policy agent of EKS wants the two to be the same (EKS user guide, "Limit Pod
    // traffic with Kubernetes network policies", considerations).
    private static V1ServicePort Port(string name, int number, IntOrString target) =>
        new() { Name = name, Port = number, TargetPort = target, Protocol = "TCP" };
}
