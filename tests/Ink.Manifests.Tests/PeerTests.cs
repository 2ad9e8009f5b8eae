using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Yaml;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

/// <summary>Who may connect to a workload, and whom it may connect to.</summary>
public sealed class PeerTests
{
    private static readonly PeerSpec Any = new(null, null, null, null);
    private static readonly PeerSpec Cart = new(null, "cart", null, null);

    [Fact]
    public void Only_those_who_are_named_reach_the_port_of_a_web_workload()
    {
        var rules = From(Cart, new PeerSpec("monitoring", "prometheus", null, 9464)).Spec.Ingress;

        Assert.Equal(["8080", "9464"], rules.Select(rule => rule.Ports.Single().Port.Value));
        Assert.Equal(["cart", "prometheus"], rules.Select(rule => rule.FromProperty.Single().PodSelector.MatchLabels["app.kubernetes.io/name"]));
    }

    [Fact]
    public void An_app_is_found_in_every_namespace_unless_one_is_named()
    {
        Assert.Null(Peer(Cart).NamespaceSelector.MatchLabels);
        Assert.Equal("shop", Peer(Cart with { Namespace = "shop" }).NamespaceSelector.MatchLabels["kubernetes.io/metadata.name"]);
    }

    [Fact]
    public void A_namespace_stands_for_all_of_its_pods()
    {
        var peer = Peer(new PeerSpec("shop", null, null, null));

        Assert.Equal("shop", peer.NamespaceSelector.MatchLabels["kubernetes.io/metadata.name"]);
        Assert.Null(peer.PodSelector);
    }

    [Fact]
    public void Addresses_are_a_block()
    {
        var peer = Peer(new PeerSpec(null, null, "10.0.0.0/8", null));

        Assert.Equal("10.0.0.0/8", peer.IpBlock.Cidr);
        Assert.Null(peer.NamespaceSelector);
    }

    [Fact]
    public void Anything_is_a_rule_that_names_nobody() => Assert.Null(From(Any).Spec.Ingress.Single().FromProperty);

    [Fact]
    public void A_route_does_not_widen_what_is_narrowed()
    {
        var app = OperatedApps.Web(web => web with { AllowFrom = Apps.List(Cart) }) with { Routes = Apps.List(new RouteSpec("a.com", "/", "public", null)) };

        Assert.NotNull(app.The<V1NetworkPolicy>().Spec.Ingress.Single().FromProperty);
    }

    [Fact]
    public void A_worker_can_be_opened() =>
        Assert.Equal("9000", OperatedApps.Worker(worker => worker with { AllowFrom = Apps.List(Cart with { Port = 9000 }) }).The<V1NetworkPolicy>().Spec.Ingress.Single().Ports.Single().Port.Value);

    [Fact]
    public void Without_a_word_about_egress_the_policy_has_none()
    {
        var policy = From(Cart);

        Assert.Equal(["Ingress"], policy.Spec.PolicyTypes);
        Assert.DoesNotContain("egress", ManifestYaml.Write(policy), StringComparison.Ordinal);
    }

    [Fact]
    public void With_one_egress_is_the_name_server_and_what_is_named()
    {
        var policy = To(Cart with { Port = 8080 }, new PeerSpec(null, null, "10.20.0.0/16", null));
        var (dns, rest) = (policy.Spec.Egress[0], policy.Spec.Egress.Skip(1).ToList());

        Assert.Equal(["Ingress", "Egress"], policy.Spec.PolicyTypes);
        Assert.Equal(["UDP 53", "TCP 53"], dns.Ports.Select(port => $"{port.Protocol} {port.Port.Value}"));
        Assert.Equal("kube-system", dns.To.Single().NamespaceSelector.MatchLabels["kubernetes.io/metadata.name"]);
        Assert.Equal("kube-dns", dns.To.Single().PodSelector.MatchLabels["k8s-app"]);
        Assert.Equal(["10.20.0.0/16", null], rest.Select(rule => rule.To.Single().IpBlock?.Cidr));
        Assert.Equal([null, "8080"], rest.Select(rule => rule.Ports?.Single().Port.Value));
    }

    [SkippableFact]
    public void Egress_to_anything_is_an_empty_rule()
    {
        Schemas.SkipIfAbsent();
        var yaml = ManifestYaml.Write(To(Any));

        Assert.Contains("  - {}\n", yaml, StringComparison.Ordinal);
        Assert.Empty(Schemas.Validate(yaml));
    }

    [Fact]
    public void The_order_of_peers_does_not_show()
    {
        PeerSpec[] peers = [Any, Cart, Cart with { Port = 1 }, Cart with { Namespace = "shop" }, new PeerSpec(null, null, "10.0.0.0/8", 5)];

        Assert.Equal(ManifestYaml.Write(To(peers)), ManifestYaml.Write(To([.. peers.Reverse()])));
        Assert.Equal(ManifestYaml.Write(From(peers)), ManifestYaml.Write(From([.. peers.Reverse()])));
    }

    private static V1NetworkPolicyPeer Peer(PeerSpec peer) => From(peer).Spec.Ingress.Single().FromProperty.Single();

    private static V1NetworkPolicy From(params PeerSpec[] peers) => OperatedApps.Web(web => web with { AllowFrom = Apps.List(peers) }).The<V1NetworkPolicy>();

    private static V1NetworkPolicy To(params PeerSpec[] peers) => OperatedApps.Web(web => web with { AllowTo = Apps.List(peers) }).The<V1NetworkPolicy>();
}
