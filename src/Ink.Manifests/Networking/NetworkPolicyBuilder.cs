using Ink.Manifests.Metadata;
using Ink.Manifests.Workloads;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Networking;

/// <summary>Who may connect to a workload. Probes need no rule: traffic from a pod's own node is always allowed.</summary>
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
            PolicyTypes = ["Ingress"],
            Ingress = workload is { Kind: WorkloadKind.Web, Port: { } port } ? [ToWeb(app, workload, port)] : [],
        },
    };

    private static V1NetworkPolicyIngressRule ToWeb(AppSpec app, WorkloadSpec workload, int port) =>
        app.Ingresses.Count == 0
            ? new V1NetworkPolicyIngressRule
            {
                FromProperty = [new V1NetworkPolicyPeer { NamespaceSelector = new V1LabelSelector() }],
                Ports = [Port(port)],
            }
            // A load balancer connects to the pods from addresses outside the cluster, and probes the health port from there too.
            : new V1NetworkPolicyIngressRule
            {
                Ports = ContainerPorts.HealthPort(workload) is { } health ? [Port(port), Port(health)] : [Port(port)],
            };

    private static V1NetworkPolicyPort Port(int number) => new() { Port = number, Protocol = "TCP" };
}
