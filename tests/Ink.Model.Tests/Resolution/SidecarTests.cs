using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class SidecarTests
{
    private const string Image = "docker.io/valkey/valkey:8.1";

    [Fact]
    public void There_is_none_unless_declared() => Assert.Empty(new Project().Spec().Web!.Sidecars);

    [Fact]
    public void A_name_and_an_image_are_enough()
    {
        var sidecar = Only(Sidecar("cache", Image));

        Assert.Equal(("cache", Image, false), (sidecar.Name, sidecar.Image, sidecar.IsInit));
        Assert.Null(sidecar.Port);
        Assert.Empty(sidecar.Command);
        Assert.Empty(sidecar.Args);
    }

    [Fact]
    public void What_is_written_is_taken_over()
    {
        var sidecar = Only(Sidecar("cache", Image, ("Port", 6379), ("Command", List("valkey-server")), ("Args", List("--save", ""))));

        Assert.Equal(6379, sidecar.Port);
        Assert.Equal(["valkey-server"], sidecar.Command);
        Assert.Equal(["--save", ""], sidecar.Args);
        Assert.True(Only(Sidecar("fetch", Image, ("Init", true))).IsInit);
    }

    [Fact]
    public void Its_resources_are_a_fallback_until_somebody_chooses()
    {
        var fallback = Only(Sidecar("cache", Image)).Resources;
        var byProperty = new Project { Properties = { ["InkDefaultCpu"] = "50m", ["InkDefaultMemory"] = "64Mi" } }.Spec(Sidecar("cache", Image)).Web!.Sidecars.Single().Resources;
        var written = Only(Sidecar("cache", Image, ("Cpu", "20m"), ("Memory", "32Mi"))).Resources;

        Assert.Equal(("100m", "256Mi", true), (fallback.Cpu.Text, fallback.Memory.Text, fallback.IsFallback));
        Assert.Equal(("50m", "64Mi", false), (byProperty.Cpu.Text, byProperty.Memory.Text, byProperty.IsFallback));
        Assert.Equal(("20m", "32Mi", "32Mi", false), (written.Cpu.Text, written.Memory.Text, written.MemoryLimit.Text, written.IsFallback));
        Assert.Null(written.CpuLimit);
    }

    [Fact]
    public void Resources_of_the_workload_are_not_its_own()
    {
        var web = new Project().Spec(Resources(("Cpu", "2"), ("Memory", "2Gi")), Sidecar("cache", Image)).Web!;

        Assert.Equal("256Mi", web.Sidecars.Single().Resources.Memory.Text);
    }

    [Fact]
    public void It_stands_beside_every_workload_or_the_one_that_it_names()
    {
        var spec = new Project().Spec(Web(), Worker("emails"), Job("migrate"), Sidecar("proxy", Image), Sidecar("cache", Image).For("emails"));

        Assert.Equal(
            ["emails: cache proxy", "migrate: proxy", "web: proxy"],
            spec.Workloads.Select(workload => $"{workload.Name}: {string.Join(' ', workload.Sidecars.Select(sidecar => sidecar.Name))}"));
    }

    [Fact]
    public void An_environment_and_a_workload_override_argument_by_argument_and_need_no_image()
    {
        var spec = new Project().Spec(
            Web(),
            Worker("emails"),
            Sidecar("cache", Image, ("Port", 6379), ("Memory", "64Mi")),
            SidecarOverride("cache", ("Memory", "1Gi")).In("dev"),
            SidecarOverride("cache", ("Port", 6380)).For("emails"),
            SidecarOverride("cache", ("Memory", "2Gi")).In("production"));

        Assert.Equal(
            ["emails 6380 1Gi", "web 6379 1Gi"],
            spec.Workloads.Select(workload => (workload.Name, Sidecar: workload.Sidecars.Single())).Select(pair => $"{pair.Name} {pair.Sidecar.Port} {pair.Sidecar.Resources.Memory.Text}"));
        Assert.All(spec.Workloads, workload => Assert.Equal(Image, workload.Sidecars.Single().Image));
    }

    [Fact]
    public void One_for_an_environment_exists_only_there() => Assert.Empty(new Project().Spec(Sidecar("cache", Image).In("production")).Web!.Sidecars);

    [Fact]
    public void Texts_may_hold_placeholders()
    {
        var project = new Project { Metadata = { ["Account"] = "123456789012" } };
        var sidecar = project.Spec(Sidecar("{app}-cache", "{account}.dkr.ecr.eu-central-1.amazonaws.com/cache:1", ("Args", List("--name={environment}")))).Web!.Sidecars.Single();

        Assert.Equal(("checkout-cache", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/cache:1"), (sidecar.Name, sidecar.Image));
        Assert.Equal(["--name=dev"], sidecar.Args);
    }

    [Fact]
    public void Sidecars_come_by_name() =>
        Assert.Equal(["a", "b", "c"], new Project().Spec(Sidecar("c", Image), Sidecar("a", Image, ("Init", true)), Sidecar("b", Image)).Web!.Sidecars.Select(sidecar => sidecar.Name));

    [Fact]
    public void One_that_serves_the_metrics_shares_their_port()
    {
        var web = new Project().Spec(Sidecar("exporter", Image, ("Port", 9113)), Metrics(("Port", 9113))).Web!;

        Assert.Equal((9113, 9113), (web.Metrics!.Port, web.Sidecars.Single().Port));
    }

    private static SidecarSpec Only(params Ink.Model.Declarations.Declaration[] declarations) => Assert.Single(new Project().Spec(declarations).Web!.Sidecars);
}
