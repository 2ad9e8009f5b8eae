using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class SidecarErrorTests
{
    private const string Image = "docker.io/valkey/valkey:8.1";

    [Theory]
    [InlineData("My Cache", "\"my-cache\" would do")]
    [InlineData("cache_1", "\"cache-1\" would do")]
    public void A_name_that_no_container_can_have_is_an_error(string name, string remedy)
    {
        var sidecar = Sidecar(name, Image);

        new Project().Finding(sidecar).Blames(RuleCatalogue.InvalidName, sidecar, "Name", $"[Sidecar(\"{name}\")]: the sidecar's name", remedy);
    }

    [Theory]
    [InlineData("https://docker.io/valkey/valkey")]
    [InlineData("Valkey:8")]
    [InlineData("valkey:8 ")]
    public void An_image_that_is_none_is_an_error(string image)
    {
        var sidecar = Sidecar("cache", image);

        new Project().Finding(sidecar).Blames(RuleCatalogue.InvalidName, sidecar, "Image", $"[Sidecar(\"cache\")] Image: \"{image}\" cannot name an image", "registry/repository:tag");
    }

    [Fact]
    public void What_only_the_render_knows_of_an_image_or_a_name_is_not_judged_before()
    {
        var project = new Project { KnowsAllMetadata = false };

        Assert.NotNull(project.Spec(Sidecar("{web}", "{REGISTRY_HOST}/cache:1")));
    }

    [Fact]
    public void An_override_of_nothing_has_no_image()
    {
        var sidecar = SidecarOverride("cahce", ("Memory", "1Gi")).In("dev");

        new Project().Finding(Sidecar("cache", Image), sidecar)
            .Blames(RuleCatalogue.EmptyArgument, sidecar, "Image", "[Sidecar(\"cahce\")] Image: none is written", "declare the sidecar that this is to override");
    }

    [Theory]
    [InlineData("Name", "")]
    [InlineData("Image", " ")]
    public void Neither_may_be_empty(string argument, string value)
    {
        var sidecar = argument == "Name" ? Sidecar(value, Image) : Sidecar("cache", value);

        new Project().Finding(sidecar).Blames(RuleCatalogue.EmptyArgument, sidecar, argument, $"[Sidecar] {argument} is empty. Write a value");
    }

    [Theory]
    [InlineData("web")]
    [InlineData("emails")]
    public void A_name_that_a_workload_has_is_an_error(string name)
    {
        var sidecar = Sidecar(name, Image).For("web");

        new Project().Finding(Web(), Worker("emails"), sidecar).Blames(RuleCatalogue.DuplicateName, sidecar, "Name", $"a workload is called \"{name}\" already", "a name of its own");
    }

    [Fact]
    public void Two_of_one_name_are_declared_twice()
    {
        var finding = new Project().Finding(Sidecar("cache", Image), Sidecar("cache", "redis:7"));

        Assert.Equal(RuleCatalogue.DeclaredTwice, finding.Rule);
        Assert.Contains("[Sidecar(\"cache\")] is declared twice", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65536)]
    public void A_port_lies_between_1_and_65535(int port)
    {
        var sidecar = Sidecar("cache", Image, ("Port", port));

        new Project().Finding(sidecar).Blames(RuleCatalogue.InvalidPort, sidecar, "Port", $"{port} is not valid", "between 1 and 65535");
    }

    [Theory]
    [InlineData(8080)]
    [InlineData(9001)]
    [InlineData(9464)]
    public void A_port_that_the_app_listens_on_is_an_error(int port)
    {
        var sidecar = Sidecar("cache", Image, ("Port", port));

        new Project().Finding(Health(("Port", 9001)), Variable("ASPNETCORE_HTTP_PORTS", "8080;9464"), sidecar)
            .Blames(RuleCatalogue.DuplicateName, sidecar, "Port", $"in the pods of \"web\", whose containers share one address, the app listens on {port} already", "another port");
    }

    [Fact]
    public void A_worker_of_an_ASP_NET_Core_app_listens_as_well_and_any_other_does_not()
    {
        var sidecar = Sidecar("cache", Image, ("Port", 8080)).For("emails");

        Assert.Equal(RuleCatalogue.DuplicateName, new Project().Finding(Web(), Worker("emails"), sidecar).Rule);
        Assert.NotNull(Project.Worker.Spec(Worker("emails"), sidecar));
    }

    [Fact]
    public void Two_sidecars_of_a_pod_cannot_share_a_port()
    {
        var second = Sidecar("two", Image, ("Port", 9000));

        new Project().Finding(Sidecar("one", Image, ("Port", 9000)), second)
            .Blames(RuleCatalogue.DuplicateName, second, "Port", "the sidecar \"one\" listens on 9000 already");
        Assert.NotNull(new Project().Spec(Web(), Worker("emails"), Sidecar("one", Image, ("Port", 9000)).For("web"), second.For("emails")));
    }

    [Fact]
    public void A_port_of_one_that_runs_to_its_end_has_no_effect()
    {
        var sidecar = Sidecar("fetch", Image, ("Init", true), ("Port", 8080));
        var resolved = new Project().Resolve(sidecar);

        new Project().Finding(sidecar).Blames(RuleCatalogue.NoEffect, sidecar, "Port", "with Init the container has ended", "Remove Port or Init");
        Assert.Null(Assert.Single(resolved.Spec!.Web!.Sidecars).Port);
    }

    [Theory]
    [InlineData("Cpu", "lots", "not a Kubernetes quantity")]
    [InlineData("Memory", "64m", "Write \"64Mi\"")]
    public void An_amount_that_makes_no_sense_is_an_error(string argument, string value, string says)
    {
        var sidecar = Sidecar("cache", Image, (argument, value));

        new Project().Finding(sidecar).Blames(RuleCatalogue.InvalidQuantity, sidecar, argument, $"[Sidecar(\"cache\")] {argument}: \"{value}\"", says);
    }

    [Fact]
    public void A_workload_that_is_not_there_means_no_effect()
    {
        var sidecar = Sidecar("cache", Image).For("email");

        new Project().Finding(Web(), Worker("emails"), sidecar).Blames(RuleCatalogue.NoEffect, sidecar, "Workload", "there is no workload \"email\"");
    }

    [Fact]
    public void An_unknown_placeholder_is_an_error()
    {
        var sidecar = Sidecar("cache", "{acount}.example.com/cache:1");

        new Project().Finding(sidecar).Blames(RuleCatalogue.UnknownPlaceholder, sidecar, "Image", "{acount} is unknown here");
    }
}
