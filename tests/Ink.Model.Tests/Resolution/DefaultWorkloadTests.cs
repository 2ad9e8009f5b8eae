using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class DefaultWorkloadTests
{
    [Fact]
    public void An_ASP_NET_Core_app_without_an_attribute_is_one_web_workload_on_8080()
    {
        var spec = new Project { Assembly = "Shop.Checkout" }.Spec();

        var web = Assert.Single(spec.Workloads);
        Assert.Equal((WorkloadKind.Web, "web", "shop-checkout", 8080), (web.Kind, web.Name, web.ObjectName, web.Port));
        Assert.Same(web, spec.Web);
    }

    [Fact]
    public void Any_other_app_without_an_attribute_is_one_worker()
    {
        var spec = Project.Worker.Spec();

        var worker = Assert.Single(spec.Workloads);
        Assert.Equal((WorkloadKind.Worker, "worker", "checkout-worker", null), (worker.Kind, worker.Name, worker.ObjectName, worker.Port));
        Assert.Null(spec.Web);
    }

    [Fact]
    public void What_is_declared_replaces_the_default()
    {
        Assert.Equal(["emails"], new Project().Spec(Worker("emails")).Workloads.Select(workload => workload.Name));
        Assert.Equal(["web"], Project.Worker.Spec(Web()).Workloads.Select(workload => workload.Name));
    }

    [Fact]
    public void Workloads_come_in_the_order_of_their_names() =>
        Assert.Equal(["a", "b", "order-worker", "web"], new Project().Spec(Worker("b"), WorkerOf("OrderWorker"), Web(), Worker("a")).Workloads.Select(workload => workload.Name));

    [Fact]
    public void A_worker_is_called_after_its_type_unless_named()
    {
        var spec = new Project().Spec(WorkerOf("Orders.OrderWorker"), WorkerOf("EmailWorker", ("Name", "emails")));

        Assert.Equal(["checkout-emails", "checkout-order-worker"], spec.Workloads.Select(workload => workload.ObjectName));
    }

    [Fact]
    public void The_web_workload_may_have_another_name_and_keeps_the_name_of_the_app()
    {
        var web = new Project().Workload("api", Web(("Name", "api"), ("Port", 5000)));

        Assert.Equal(("checkout", 5000), (web.ObjectName, web.Port));
    }

    [Theory]
    [InlineData("dev", "", 1)]
    [InlineData("production", "", 2)]
    [InlineData("production", "false", 1)]
    [InlineData("live", "true", 2)]
    [InlineData("live", "True", 2)]
    [InlineData("staging", "", 1)]
    public void Web_has_two_replicas_in_production(string environment, string isProduction, int replicas)
    {
        var project = new Project { Environment = environment, Metadata = { ["Production"] = isProduction } };

        Assert.Equal(replicas, project.Spec().Web!.Replicas);
    }

    [Fact]
    public void A_worker_has_one_replica_in_production() =>
        Assert.Equal(1, new Project().In("production").Workload("emails", Worker("emails")).Replicas);

    [Fact]
    public void No_replicas_at_all_is_allowed() => Assert.Equal(0, new Project().Spec(Web(("Replicas", 0))).Web!.Replicas);

    [Fact]
    public void Web_drains_before_it_stops_and_a_worker_does_not()
    {
        var spec = new Project().Spec(Web(), Worker("emails"));

        Assert.Equal(5, spec.Web!.DrainSeconds);
        Assert.Equal(0, spec.Workloads[0].DrainSeconds);
        Assert.All(spec.Workloads, workload => Assert.Equal(30, workload.GraceSeconds));
    }

    [Fact]
    public void Command_and_arguments_are_those_of_the_image() =>
        Assert.Equal((0, 0), (new Project().Spec().Web!.Command.Count, new Project().Spec().Web!.Args.Count));
}
