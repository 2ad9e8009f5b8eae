using Ink.Manifests.Monitoring;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

/// <summary>Who reaches the port of a sidecar, and by what name.</summary>
public sealed class SidecarPortTests
{
    private static readonly SidecarSpec Exporter = SidecarApps.Cache with { Name = "exporter", Port = 9113 };

    [Theory]
    [InlineData("cache", "cache")]
    [InlineData("cloud-sql-proxy", "cloud-sql-proxy")]
    [InlineData("cloud-sql-proxy2", "port-6379")]
    [InlineData("a--b", "port-6379")]
    [InlineData("1", "port-6379")]
    [InlineData("http", "port-6379")]
    [InlineData("health", "port-6379")]
    [InlineData("metrics", "port-6379")]
    [InlineData("port-1", "port-6379")]
    public void A_port_is_called_like_its_sidecar_where_it_can_be(string name, string expected) =>
        Assert.Equal(expected, SidecarApps.Web(SidecarApps.Cache with { Name = name }).Pod().InitContainers.Single().Ports.Single().Name);

    [Fact]
    public void The_service_of_a_web_workload_has_the_port_by_its_number()
    {
        var ports = SidecarApps.Web(SidecarApps.Cache, SidecarApps.Collector, SidecarApps.Fetch).The<V1Service>().Spec.Ports;

        Assert.Equal(["http 8080 http", "cache 6379 6379", "port-4317 4317 4317"], ports.Select(port => $"{port.Name} {port.Port} {port.TargetPort.Value}"));
    }

    [Fact]
    public void The_network_policy_lets_the_same_in_as_it_does_to_the_app()
    {
        var open = SidecarApps.Web(SidecarApps.Cache).The<V1NetworkPolicy>().Spec.Ingress.Single();
        var narrow = SidecarApps.Web(SidecarApps.Cache)
            .WithWeb(web => web with { AllowFrom = Apps.List(new PeerSpec(null, "cart", null, null), new PeerSpec(null, "shop", null, 8080)) })
            .The<V1NetworkPolicy>().Spec.Ingress;

        Assert.Equal(["8080", "6379"], Numbers(open));
        Assert.NotNull(open.FromProperty.Single().NamespaceSelector);
        Assert.Equal(["8080,6379", "8080"], narrow.Select(rule => string.Join(',', Numbers(rule))));
    }

    [Fact]
    public void In_a_worker_it_is_reached_by_the_app_alone()
    {
        var app = SidecarApps.Worker(SidecarApps.Cache);

        Assert.Empty(app.Objects().OfType<V1Service>());
        Assert.Empty(app.The<V1NetworkPolicy>().Spec.Ingress);
    }

    [Fact]
    public void Metrics_on_its_port_are_scraped_there()
    {
        var web = SidecarApps.Web(Exporter).WithWeb(workload => workload with { Metrics = new MetricsSpec(9113, "/metrics", null) });
        var worker = OperatedApps.Worker(workload => workload with { Sidecars = Apps.List(Exporter), Metrics = new MetricsSpec(9113, "/metrics", null) });

        Assert.Equal(["http 8080 http", "exporter 9113 9113"], Served(web));
        Assert.Equal("exporter", web.The<ServiceMonitor>().Spec.Endpoints.Single().Port);
        Assert.Equal(["metrics 9113 9113"], Served(worker));
        Assert.Equal("metrics", worker.The<ServiceMonitor>().Spec.Endpoints.Single().Port);
        Assert.Equal(["8080", "9113"], Numbers(web.The<V1NetworkPolicy>().Spec.Ingress.Single()));
        Assert.Equal(["9113"], Numbers(worker.The<V1NetworkPolicy>().Spec.Ingress.Single()));
        Assert.All([web, worker], app => Assert.DoesNotContain(app.Container().Ports ?? [], port => port.ContainerPort == 9113));
    }

    private static IEnumerable<string> Served(AppSpec app) => app.The<V1Service>().Spec.Ports.Select(port => $"{port.Name} {port.Port} {port.TargetPort.Value}");

    private static IEnumerable<string> Numbers(V1NetworkPolicyIngressRule rule) => rule.Ports.Select(port => port.Port.Value);
}
