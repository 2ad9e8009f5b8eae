using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class ScopeErrorTests
{
    [Fact]
    public void An_environment_that_is_not_declared_is_a_warning_that_lists_those_that_are()
    {
        var web = Web(("Replicas", 3)).In("prod");

        new Project().Finding(web).Blames(RuleCatalogue.UnknownEnvironment, web, "Environment", "[Web]", "\"prod\"", "dev, staging, production", "InkEnvironments");
    }

    [Fact]
    public void An_environment_is_compared_with_case() =>
        Assert.Equal(RuleCatalogue.UnknownEnvironment, new Project().Finding(Web().In("Production")).Rule);

    [Fact]
    public void Nothing_is_said_where_the_environments_are_not_known() =>
        Assert.NotNull(new Project { KnownEnvironments = [] }.Spec(Web().In("prod")));

    [Fact]
    public void A_workload_that_does_not_exist_is_a_warning_that_lists_those_that_do()
    {
        var resources = Resources(("Cpu", "1")).For("email");

        new Project().Finding(Web(), Worker("emails"), resources).Blames(RuleCatalogue.NoEffect, resources, "Workload", "[Resources]", "\"email\"", "emails, web");
    }

    [Fact]
    public void The_default_workload_exists_unless_another_is_declared()
    {
        var (web, worker) = (Resources(("Cpu", "1")).For("web"), Resources(("Cpu", "1")).For("worker"));

        Assert.NotNull(new Project().Spec(web));
        Assert.NotNull(Project.Worker.Spec(worker));
        Assert.NotNull(new Project().Spec(Worker("emails").In("production"), web));
        Assert.Equal(RuleCatalogue.NoEffect, new Project().Finding(Worker("emails"), web).Rule);
        Assert.Equal(RuleCatalogue.NoEffect, Project.Worker.Finding(Web(), worker).Rule);
    }

    [Fact]
    public void A_workload_of_another_environment_exists() =>
        Assert.NotNull(new Project().Spec(Web(), Worker("emails").In("production"), Resources(("Cpu", "1")).For("emails")));

    [Fact]
    public void What_speaks_of_the_whole_app_cannot_be_limited_to_a_workload()
    {
        var ingress = Ingress("a.com").For("web");

        new Project().Finding(Web(), ingress).Blames(RuleCatalogue.NoEffect, ingress, "Workload", "[Ingress(\"a.com\")] cannot be limited to a workload", "Remove Workload");
    }
}
