using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class MetricsTests
{
    [Fact]
    public void Nothing_is_scraped_unless_declared() => Assert.Null(new Project().Spec().Web!.Metrics);

    [Fact]
    public void The_port_of_the_web_workload_answers_at_metrics() =>
        Assert.Equal(new MetricsSpec(5000, "/metrics", null), new Project().Spec(Web(("Port", 5000)), Metrics()).Web!.Metrics);

    [Fact]
    public void What_is_written_is_taken_over() =>
        Assert.Equal(new MetricsSpec(9464, "/prom", 15), new Project().Spec(Metrics(("Port", 9464), ("Path", "prom"), ("IntervalSeconds", 15))).Web!.Metrics);

    [Fact]
    public void Environment_and_workload_override_argument_by_argument()
    {
        var emails = new Project().Workload(
            "emails", Worker("emails"), Metrics(("Port", 9464), ("Path", "/prom")), Metrics(("IntervalSeconds", 60)).In("dev"), Metrics(("Path", "/m")).For("emails"));

        Assert.Equal(new MetricsSpec(9464, "/m", 60), emails.Metrics);
    }

    [Fact]
    public void A_worker_that_answers_probes_is_scraped_there() =>
        Assert.Equal(8080, (new Project { MapsHealth = true }).Workload("emails", Worker("emails"), Metrics()).Metrics!.Port);

    [Fact]
    public void Said_of_all_it_is_about_those_that_listen() =>
        Assert.Null(Project.Worker.Workload("emails", Web(), Worker("emails"), Metrics()).Metrics);

    [Fact]
    public void A_worker_that_it_names_must_listen_somewhere()
    {
        var metrics = Metrics().For("emails");

        Project.Worker.Finding(Web(), Worker("emails"), metrics).Blames(
            RuleCatalogue.MissingReference, metrics, null, "[Metrics]", "the workload \"emails\" listens on no port", "Write the Port");
    }

    [Fact]
    public void So_must_one_at_least_of_those_that_it_speaks_of() =>
        Assert.Equal(RuleCatalogue.MissingReference, Project.Worker.Finding(Worker("emails"), Metrics()).Rule);

    [Fact]
    public void The_service_that_it_is_found_by_must_have_a_name() =>
        Assert.Equal(RuleCatalogue.InvalidName, Project.Worker.Finding(App("1shop"), Worker("emails"), Metrics(("Port", 9464))).Rule);

    [Theory]
    [InlineData(0)]
    [InlineData(65536)]
    public void The_port_lies_between_1_and_65535(int port)
    {
        var metrics = Metrics(("Port", port));

        Project.Worker.Finding(metrics).Blames(RuleCatalogue.InvalidPort, metrics, "Port", $"{port} is not valid", "between 1 and 65535");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3601)]
    public void The_interval_has_bounds(int seconds)
    {
        var metrics = Metrics(("IntervalSeconds", seconds));

        new Project().Finding(metrics).Blames(RuleCatalogue.InvalidDuration, metrics, "IntervalSeconds", "from 1 to 3600");
    }

    [Theory]
    [InlineData("/a b")]
    [InlineData("/metrics?x=1")]
    public void A_path_has_neither_white_space_nor_a_query(string path)
    {
        var metrics = Metrics(("Path", path));

        new Project().Finding(metrics).Blames(RuleCatalogue.EmptyArgument, metrics, "Path", "is not a path", "/metrics");
    }
}
