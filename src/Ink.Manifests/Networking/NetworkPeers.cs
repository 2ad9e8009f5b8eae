using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Networking;

/// <summary>The other ends of connections, as a NetworkPolicy writes them.</summary>
internal static class NetworkPeers
{
    // Set on every namespace by the API server ("Automatic labelling" of namespaces).
    private const string NamespaceName = "kubernetes.io/metadata.name";

    private const int DnsPort = 53;

    /// <summary>Every pod of the cluster.</summary>
    public static V1NetworkPolicyPeer Cluster() => new() { NamespaceSelector = new V1LabelSelector() };

    /// <summary>The peer; <see langword="null"/> for anything, which a rule says by naming none.</summary>
    public static V1NetworkPolicyPeer[]? Of(PeerSpec peer)
    {
        if (peer.IsAny)
            return null;
        if (peer.Cidr is { } cidr)
            return [new V1NetworkPolicyPeer { IpBlock = new V1IPBlock { Cidr = cidr } }];

        return
        [
            new V1NetworkPolicyPeer
            {
                NamespaceSelector = peer.Namespace is { } space ? Where(NamespaceName, space) : new V1LabelSelector(),
                PodSelector = peer.App is { } app ? Where(Labels.Name, app) : null,
            },
        ];
    }

    /// <summary>The cluster's name server, without which no name of any other peer can be looked up.</summary>
    public static V1NetworkPolicyEgressRule Dns() => new()
    {
        To =
        [
            new V1NetworkPolicyPeer
            {
                NamespaceSelector = Where(NamespaceName, "kube-system"),
                // CoreDNS keeps the label of its predecessor.
                PodSelector = Where("k8s-app", "kube-dns"),
            },
        ],
        Ports = [Port(DnsPort, "UDP"), Port(DnsPort)],
    };

    public static V1NetworkPolicyPort Port(int number, string protocol = "TCP") => new() { Port = number, Protocol = protocol };

    /// <summary>The order in which rules are written.</summary>
    public static IEnumerable<PeerSpec> Sorted(IEnumerable<PeerSpec> peers) => peers
        .OrderBy(peer => peer.Namespace, StringComparer.Ordinal)
        .ThenBy(peer => peer.App, StringComparer.Ordinal)
        .ThenBy(peer => peer.Cidr, StringComparer.Ordinal)
        .ThenBy(peer => peer.Port);

    private static V1LabelSelector Where(string key, string value) => new() { MatchLabels = new Dictionary<string, string> { [key] = value } };
}
