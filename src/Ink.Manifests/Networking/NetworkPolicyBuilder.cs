using Ink.Manifests.Metadata;
using Ink.Manifests.Workloads;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Networking;

/// <summary>
/// Who may connect to a workload, and whom it may connect to. Probes need no rule: traffic from a pod's own node is always allowed.
/// </summary>
internal static class NetworkPolicyBuilder
{
    public static V1NetworkPolicy Build(AppSpec app, WorkloadSpec workload) => new()
    {
        ApiVersion = "networking.k8s.io/v1",
        Kind = "NetworkPolicy",
        // Before the pods, so that there is no moment without it.
        Metadata = ObjectMetadata.Create(app, workload.ObjectName, Labels.Of(app, workload), SyncWave.Prerequisites),
        Spec = new V1NetworkPolicySpec
        {
            PodSelector = new V1LabelSelector { MatchLabels = Labels.Selector(app, workload) },
            PolicyTypes = workload.AllowTo.Count == 0 ? ["Ingress"] : ["Ingress", "Egress"],
            Ingress = [.. Served(app, workload), .. Scraped(workload)],
            Egress = workload.AllowTo.Count == 0 ? null : [NetworkPeers.Dns(), .. NetworkPeers.Sorted(workload.AllowTo).Select(To)],
        },
    };

    private static IEnumerable<V1NetworkPolicyIngressRule> Served(AppSpec app, WorkloadSpec workload)
    {
        var ports = Ports(app, workload);
        if (workload.AllowFrom.Count > 0)
            return NetworkPeers.Sorted(workload.AllowFrom).Select(peer => From(peer, ports));
        if (ports.Count == 0)
            return [];

        // A load balancer or gateway connects to the pods from addresses outside the cluster.
        return [new V1NetworkPolicyIngressRule { FromProperty = app.IsExposed ? null : [NetworkPeers.Cluster()], Ports = [.. ports] }];
    }

    // A port of their own for metrics is there to be scraped, whoever may use the service itself.
    private static IEnumerable<V1NetworkPolicyIngressRule> Scraped(WorkloadSpec workload) =>
        workload.Metrics is { } metrics && ContainerPorts.MetricsName(workload) == WorkloadPorts.Metrics
            ? [new V1NetworkPolicyIngressRule { FromProperty = [NetworkPeers.Cluster()], Ports = [NetworkPeers.Port(metrics.Port)] }]
            : [];

    // The load balancer also probes the health port.
    private static List<V1NetworkPolicyPort> Ports(AppSpec app, WorkloadSpec workload)
    {
        if (workload is not { Kind: WorkloadKind.Web, Port: { } port })
            return [];
        List<int> ports = [port];
        if (app.IsExposed && WorkloadPorts.HealthPort(workload) is { } health)
            ports.Add(health);
        ports.AddRange(ContainerPorts.Served(workload).Select(sidecar => sidecar.Port!.Value));
        return [.. ports.Select(number => NetworkPeers.Port(number))];
    }

    private static V1NetworkPolicyIngressRule From(PeerSpec peer, List<V1NetworkPolicyPort> ports) => new()
    {
        FromProperty = NetworkPeers.Of(peer),
        Ports = peer.Port is { } port ? [NetworkPeers.Port(port)] : [.. ports],
    };

    private static V1NetworkPolicyEgressRule To(PeerSpec peer) => new()
    {
        To = NetworkPeers.Of(peer),
        Ports = peer.Port is { } port ? [NetworkPeers.Port(port)] : null,
    };
}
