using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

/// <summary>From least to most specific: plain, for the environment, for the workload, for both; property by property.</summary>
public class LayeringTests
{
    [Fact]
    public void The_more_specific_declaration_overrides_what_it_writes_and_nothing_else()
    {
        var emails = new Project().Workload(
            "emails",
            Worker("emails"),
            Resources(("Cpu", "101m"), ("Memory", "101Mi"), ("CpuLimit", "2"), ("MemoryLimit", "1001Mi")),
            Resources(("Cpu", "102m"), ("Memory", "102Mi"), ("CpuLimit", "3")).In("dev"),
            Resources(("Cpu", "103m"), ("Memory", "103Mi")).For("emails"),
            Resources(("Cpu", "104m")).In("dev").For("emails"));

        Assert.Equal("104m", emails.Resources.Cpu.Text);
        Assert.Equal("103Mi", emails.Resources.Memory.Text);
        Assert.Equal("3", emails.Resources.CpuLimit?.Text);
        Assert.Equal("1001Mi", emails.Resources.MemoryLimit.Text);
    }

    [Fact]
    public void What_is_limited_to_another_environment_or_workload_does_not_apply()
    {
        var web = new Project().Workload(
            "web",
            Web(),
            Worker("emails"),
            Resources(("Cpu", "1")).In("production"),
            Resources(("Cpu", "2")).For("emails"),
            Resources(("Cpu", "3")).In("dev").For("emails"));

        Assert.Equal("100m", web.Resources.Cpu.Text);
    }

    [Fact]
    public void A_variable_is_overridden_by_name_and_the_others_stay()
    {
        var project = new Project();
        var web = project.Workload("web", Web(), Variable("A", "plain"), Variable("B", "plain"), Variable("A", "dev").In("dev"), Variable("C", "new").For("web"));

        Assert.Equal(
            ["A=dev", "B=plain", "C=new"],
            web.Variables.Where(variable => variable.Name.Length == 1).Select(variable => $"{variable.Name}={variable.Value}"));
    }

    [Fact]
    public void A_secret_is_overridden_property_by_property()
    {
        var web = new Project().Workload(
            "web",
            Secret("DB", ("From", "/shared/db"), ("Property", "password")),
            Secret("DB", ("Store", "vault")).In("dev"));

        var secret = Assert.Single(web.Secrets);
        Assert.Equal(("/shared/db", "password", "vault"), (secret.From, secret.Property, secret.Store));
    }

    [Fact]
    public void A_worker_is_overridden_by_name_with_or_without_its_type()
    {
        var project = new Project().In("production");

        var byName = project.Workload("order-worker", WorkerOf("OrderWorker", ("Replicas", 2)), Worker("order-worker", ("Replicas", 3)).In("production"));
        var byType = project.Workload("order-worker", WorkerOf("OrderWorker", ("Replicas", 2)), WorkerOf("OrderWorker", ("Replicas", 3)).In("production"));

        Assert.Equal((3, 3), (byName.Replicas, byType.Replicas));
    }

    [Fact]
    public void A_list_is_replaced_as_a_whole()
    {
        var web = new Project().Workload("web", Web(("Args", List("--a", "--b")), ("Command", List("run"))), Web(("Args", List("--{environment}"))).In("dev"));

        Assert.Equal(["--dev"], web.Args);
        Assert.Equal(["run"], web.Command);
    }

    [Fact]
    public void A_workload_may_exist_in_one_environment_only()
    {
        var emails = Worker("emails").In("production");

        Assert.Single(new Project().Spec(Web(), emails).Workloads);
        Assert.Equal(2, new Project().In("production").Spec(Web(), emails).Workloads.Count);
    }

    [Fact]
    public void An_error_in_a_layer_blames_the_attribute_that_wrote_it()
    {
        var (plain, production) = (Web(("Replicas", 2), ("Port", 0)), Web(("Replicas", 3)).In("production"));

        new Project().In("production").Finding(plain, production).Blames(RuleCatalogue.InvalidPort, plain, "Port");
    }
}
