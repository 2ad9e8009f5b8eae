using Ink.Manifests.Monitoring;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class MonitoringTests
{
    [Fact]
    public void Metrics_on_the_port_of_the_app_need_no_port_of_their_own()
    {
        var app = OperatedApps.Web(web => web with { Metrics = new MetricsSpec(8080, "/metrics", null) });

        Assert.Equal(new MetricsEndpoint("http", "/metrics"), app.The<ServiceMonitor>().Spec.Endpoints.Single());
        Assert.Equal(["http"], app.Container().Ports.Select(port => port.Name));
        Assert.Equal(["http"], app.The<V1Service>().Spec.Ports.Select(port => port.Name));
        Assert.Single(app.The<V1NetworkPolicy>().Spec.Ingress);
    }

    [Fact]
    public void Metrics_on_another_port_open_it_on_the_container_the_service_and_the_network_policy()
    {
        var app = OperatedApps.Web(web => web with { Metrics = new MetricsSpec(9464, "/prom", 15) });

        Assert.Equal(new MetricsEndpoint("metrics", "/prom", "15s"), app.The<ServiceMonitor>().Spec.Endpoints.Single());
        Assert.Equal([("http", 8080), ("metrics", 9464)], app.Container().Ports.Select(port => (port.Name, port.ContainerPort)));
        Assert.Equal(["http 8080 http", "metrics 9464 metrics"], app.The<V1Service>().Spec.Ports.Select(port => $"{port.Name} {port.Port} {port.TargetPort.Value}"));
        Assert.Equal(["8080", "9464"], app.The<V1NetworkPolicy>().Spec.Ingress.Select(rule => rule.Ports.Single().Port.Value));
    }

    [Fact]
    public void Metrics_on_the_port_of_the_probes_share_it()
    {
        var app = OperatedApps.Web(web => web with { Health = Apps.HttpHealth with { Port = 9090 }, Metrics = new MetricsSpec(9090, "/metrics", null) });

        Assert.Equal(["http", "health"], app.Container().Ports.Select(port => port.Name));
        Assert.Equal(("metrics", "health"), (app.The<V1Service>().Spec.Ports[1].Name, app.The<V1Service>().Spec.Ports[1].TargetPort.Value));
    }

    [Fact]
    public void A_worker_with_metrics_has_a_service_to_be_found_by_and_lets_the_cluster_scrape_it()
    {
        var app = OperatedApps.Worker(worker => worker with { Metrics = new MetricsSpec(9464, "/metrics", null) });
        var rule = app.The<V1NetworkPolicy>().Spec.Ingress.Single();

        Assert.Equal("metrics", app.The<V1Service>("hello-orders").Spec.Ports.Single().Name);
        Assert.Equal("9464", rule.Ports.Single().Port.Value);
        Assert.NotNull(rule.FromProperty.Single().NamespaceSelector);
    }

    [Fact]
    public void A_port_of_their_own_stays_open_to_the_cluster_where_the_service_is_narrowed()
    {
        var app = OperatedApps.Web(web => web with { Metrics = new MetricsSpec(9464, "/metrics", null), AllowFrom = Apps.List(new PeerSpec(null, "cart", null, null)) });

        Assert.Equal(["8080", "9464"], app.The<V1NetworkPolicy>().Spec.Ingress.Select(rule => rule.Ports.Single().Port.Value));
    }

    [Fact]
    public void The_monitor_selects_the_service_of_its_workload()
    {
        var app = OperatedApps.Rich();

        foreach (var monitor in app.Objects().OfType<ServiceMonitor>())
        {
            var service = Assert.Single(app.Objects().OfType<V1Service>(), service => monitor.Spec.Selector.MatchLabels.All(pair => service.Metadata.Labels[pair.Key] == pair.Value));
            Assert.Contains(service.Spec.Ports, port => port.Name == monitor.Spec.Endpoints.Single().Port);
            Assert.Equal("app.kubernetes.io/name", monitor.Spec.JobLabel);
        }
    }
}
