using Ink.Manifests.Tests.Infrastructure;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class ProbeTests
{
    [Fact]
    public void Probes_ask_over_http_where_paths_are_known()
    {
        var container = Apps.Rich().Container("checkout");

        Assert.Equal(("/health/ready", "http"), Target(container.ReadinessProbe));
        Assert.Equal(("/health/live", "http"), Target(container.LivenessProbe));
        Assert.Equal(("/health/live", "http"), Target(container.StartupProbe));
        Assert.Equal((10, 2, 3), Timing(container.ReadinessProbe));
        Assert.Equal((10, 2, 3), Timing(container.LivenessProbe));

        static (string Path, string Port) Target(V1Probe probe) => (probe.HttpGet.Path, probe.HttpGet.Port.Value);
    }

    [Fact]
    public void A_start_may_take_a_minute()
    {
        var probe = Apps.Rich().Container("checkout").StartupProbe;
        Assert.Equal(60, probe.PeriodSeconds!.Value * probe.FailureThreshold!.Value);
        Assert.Equal((2, 2, 30), Timing(probe));
    }

    [Fact]
    public void Probes_try_the_port_where_no_path_is_known()
    {
        var container = Apps.Minimal().Container();
        Assert.All([container.StartupProbe, container.ReadinessProbe, container.LivenessProbe], probe =>
        {
            Assert.Null(probe.HttpGet);
            Assert.Equal("http", probe.TcpSocket.Port.Value);
        });
    }

    [Fact]
    public void A_health_port_of_its_own_is_declared_and_probed_by_number()
    {
        var container = Apps.Rich().WithWeb(web => web with { Health = Apps.HttpHealth with { Port = 9090 } }).Container("checkout");

        Assert.Equal("9090", container.ReadinessProbe.HttpGet.Port.Value);
        Assert.Equal([("http", 8080), ("health", 9090)], container.Ports.Select(port => (port.Name, port.ContainerPort)));
    }

    [Fact]
    public void A_workload_without_health_has_no_probes_and_no_ports()
    {
        var container = Apps.Rich().Container("checkout-orders");
        Assert.Equal((null, null, null, null), (container.StartupProbe, container.ReadinessProbe, container.LivenessProbe, container.Ports));
    }

    private static (int Period, int Timeout, int Failures) Timing(V1Probe probe) =>
        (probe.PeriodSeconds!.Value, probe.TimeoutSeconds!.Value, probe.FailureThreshold!.Value);
}
