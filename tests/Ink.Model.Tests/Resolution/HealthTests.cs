using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class HealthTests
{
    private static readonly Project MapsHealth = new() { MapsHealth = true };

    [Fact]
    public void An_untouched_web_app_is_probed_by_TCP() =>
        Assert.Equal(new HealthSpec(8080, Ready: null, Live: null, Startup: null, 10, 2, 3), new Project().Spec().Web!.Health);

    [Fact]
    public void An_app_that_calls_MapInk_is_probed_by_HTTP() =>
        Assert.Equal(new HealthSpec(8080, "/health/ready", "/health/live", "/health/live", 10, 2, 3), MapsHealth.Spec().Web!.Health);

    [Fact]
    public void An_app_that_declares_Health_is_probed_by_HTTP() =>
        Assert.Equal(
            new HealthSpec(8080, "/ok", "/health/live", "/health/live", 5, 2, 3),
            new Project().Spec(Health(("Ready", "ok"), ("PeriodSeconds", 5))).Web!.Health);

    [Fact]
    public void The_startup_probe_asks_for_the_live_path_unless_written()
    {
        Assert.Equal("/live", MapsHealth.Spec(Health(("Live", "/live"))).Web!.Health!.Startup);
        Assert.Equal("/started", MapsHealth.Spec(Health(("Live", "/live"), ("Startup", "/started"))).Web!.Health!.Startup);
    }

    [Fact]
    public void Probes_go_to_the_port_of_the_web_workload_unless_written()
    {
        Assert.Equal(5000, new Project().Spec(Web(("Port", 5000))).Web!.Health!.Port);
        Assert.Equal(9000, new Project().Spec(Web(("Port", 5000)), Health(("Port", 9000))).Web!.Health!.Port);
    }

    [Fact]
    public void A_worker_of_an_app_that_answers_probes_is_probed()
    {
        Assert.Equal("/health/ready", MapsHealth.Workload("emails", Worker("emails")).Health?.Ready);
        Assert.Equal("/ok", new Project().Workload("emails", Web(), Worker("emails"), Health(("Ready", "/ok"))).Health?.Ready);
    }

    [Fact]
    public void A_worker_of_an_app_that_answers_none_is_not_probed()
    {
        Assert.Null(new Project().Workload("emails", Web(), Worker("emails")).Health);
        Assert.Null(Project.Worker.Workload("emails", Worker("emails")).Health);
        Assert.Null((Project.Worker with { MapsHealth = true }).Workload("emails", Worker("emails")).Health);
    }

    [Fact]
    public void A_worker_without_ASP_NET_Core_is_probed_where_Health_speaks_of_it()
    {
        Assert.Equal(9000, Project.Worker.Workload("emails", Worker("emails"), Health(("Port", 9000))).Health?.Port);
        Assert.Equal(9000, Project.Worker.Workload("emails", Web(), Worker("emails"), Health(("Port", 9000)).For("emails")).Health?.Port);
        Assert.Null(Project.Worker.Workload("emails", Web(), Worker("emails"), Health(("Port", 9000))).Health);
    }
}
