using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

/// <summary>"Unset" and "set to the default" differ.</summary>
public class PresenceTests
{
    [Fact]
    public void The_default_replicas_written_out_override()
    {
        var production = new Project().In("production");

        Assert.Equal(2, production.Spec(Web()).Web!.Replicas);
        Assert.Equal(1, production.Spec(Web(("Replicas", 1))).Web!.Replicas);
        Assert.Equal(1, production.Spec(Web(("Replicas", 5)), Web(("Replicas", 1)).In("production")).Web!.Replicas);
    }

    [Fact]
    public void The_default_port_written_out_overrides() =>
        Assert.Equal(8080, new Project().Spec(Web(("Port", 9090)), Web(("Port", 8080)).In("dev")).Web!.Port);

    [Fact]
    public void A_switch_turned_back_to_its_default_overrides() =>
        Assert.True(new Project().Spec(Ingress("a.com", ("Tls", false)), Ingress("a.com", ("Tls", true)).In("dev")).Ingresses[0].Tls);

    [Fact]
    public void The_default_path_written_out_overrides()
    {
        var web = new Project().Workload("web", Health(("Ready", "/ok")), Health(("Ready", "/health/ready")).In("dev"));

        Assert.Equal("/health/ready", web.Health!.Ready);
    }

    [Fact]
    public void An_empty_variable_overrides_a_filled_one()
    {
        var web = new Project().Workload("web", Variable("FLAG", "on"), Variable("FLAG", "").In("dev"));

        Assert.Equal("", Assert.Single(web.Variables, variable => variable.Name == "FLAG").Value);
    }

    [Fact]
    public void An_empty_list_overrides_a_filled_one() =>
        Assert.Empty(new Project().Workload("web", Web(("Args", List("--a"))), Web(("Args", List())).In("dev")).Args);
}
