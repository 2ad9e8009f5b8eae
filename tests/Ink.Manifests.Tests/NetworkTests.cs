using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class NetworkTests
{
    [Fact]
    public void A_worker_accepts_no_traffic()
    {
        var policy = Apps.Rich().The<V1NetworkPolicy>("checkout-orders");
        Assert.Empty(policy.Spec.Ingress);
        Assert.Equal(["Ingress"], policy.Spec.PolicyTypes);
        Assert.Contains("\n  ingress: []\n", Yaml.ManifestYaml.Write(policy), StringComparison.Ordinal);
    }

    [Fact]
    public void A_web_workload_accepts_its_port_from_the_cluster()
    {
        var policy = Apps.Minimal().The<V1NetworkPolicy>();
        var rule = policy.Spec.Ingress.Single();
        Assert.Equal("8080", rule.Ports.Single().Port.Value);
        Assert.NotNull(rule.FromProperty.Single().NamespaceSelector);
        Assert.Contains("namespaceSelector: {}\n", Yaml.ManifestYaml.Write(policy), StringComparison.Ordinal);
    }

    [Fact]
    public void A_web_workload_with_an_ingress_accepts_its_port_from_anywhere()
    {
        var rule = Apps.Rich().The<V1NetworkPolicy>("checkout").Spec.Ingress.Single();
        Assert.Null(rule.FromProperty);
        Assert.Equal("8080", rule.Ports.Single().Port.Value);
    }

    [Fact]
    public void A_load_balancer_reaches_a_health_port_of_its_own()
    {
        var app = Apps.Rich().WithWeb(web => web with { Health = Apps.HttpHealth with { Port = 9090 } });

        Assert.Equal(["8080", "9090"], app.The<V1NetworkPolicy>("checkout").Spec.Ingress.Single().Ports.Select(port => port.Port.Value));
        Assert.Equal("9090", app.The<V1Ingress>("checkout").Annotation("alb.ingress.kubernetes.io/healthcheck-port"));
    }

    [Fact]
    public void A_service_has_the_port_of_the_container()
    {
        var port = Apps.Minimal().WithWeb(web => web with { Port = 5000 }).The<V1Service>().Spec.Ports.Single();
        Assert.Equal(("http", 5000, "http"), (port.Name, port.Port, port.TargetPort.Value));
    }

    [Fact]
    public void A_worker_has_no_service() =>
        Assert.Equal("checkout", Apps.Rich().The<V1Service>().Metadata.Name);
}
