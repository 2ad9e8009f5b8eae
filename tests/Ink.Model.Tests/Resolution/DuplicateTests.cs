using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class DuplicateTests
{
    public static TheoryData<string> Attributes => ["App", "Web", "Worker", "CronJob", "Job", "Resources", "Health", "Ingress", "EnvironmentVariable", "Secret", "IamRole", "Autoscale", "Availability", "Label", "Annotation", "Metrics", "AllowFrom", "AllowTo", "Route", "QueueScale"];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void One_attribute_twice_for_one_scope_is_an_error(string attribute)
    {
        var declaration = Sample(attribute);

        new Project().Finding(declaration, declaration).Blames(RuleCatalogue.DeclaredTwice, declaration, null, declaration.Display, "is declared twice", "Merge the two");
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void The_same_holds_for_an_environment_which_the_message_names(string attribute)
    {
        var declaration = Sample(attribute).In("dev");

        new Project().Finding(declaration, declaration).Blames(RuleCatalogue.DeclaredTwice, declaration, null, "declared twice for dev");
        Assert.NotNull(new Project().In("production").Spec(declaration, declaration));
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Once_for_every_scope_is_fine(string attribute) => Assert.NotNull(new Project().Spec(Sample(attribute), Sample(attribute).In("dev")));

    [Fact]
    public void Only_what_can_be_limited_to_a_workload_is_told_so()
    {
        Assert.Contains("Environment or Workload", new Project().Finding(Resources(), Resources()).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Workload", new Project().Finding(Web(), Web()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_web_workload_is_an_error() =>
        Assert.Equal(RuleCatalogue.DeclaredTwice, new Project().Finding(Web(("Name", "a")), Web(("Name", "b"))).Rule);

    [Fact]
    public void A_worker_called_like_the_web_workload_is_an_error()
    {
        var worker = Worker("web");

        new Project().Finding(Web(), worker).Blames(RuleCatalogue.DuplicateName, worker, "Name", "[Worker(\"web\")]", "the web workload is called \"web\" already", "a name of its own");
    }

    [Fact]
    public void Two_workers_of_one_name_and_different_types_are_an_error()
    {
        var second = WorkerOf("SmsWorker", ("Name", "emails"));

        new Project().Finding(second, WorkerOf("EmailWorker", ("Name", "emails"))).Blames(
            RuleCatalogue.DuplicateName, second, "Name", "[Worker<SmsWorker>(\"emails\")]", "another workload is called \"emails\"", "a name of its own");
    }

    [Fact]
    public void A_worker_of_one_type_in_every_environment_is_the_rule()
    {
        var production = WorkerOf("SmsWorker", ("Name", "emails")).In("production");

        new Project().In("production").Finding(WorkerOf("EmailWorker", ("Name", "emails")), production).Blames(
            RuleCatalogue.DuplicateName, production, "Type", "the worker \"emails\" is EmailWorker already", "a name of its own");
    }

    [Fact]
    public void Paths_that_differ_in_the_leading_slash_are_one() =>
        Assert.Equal(RuleCatalogue.DeclaredTwice, new Project().Finding(Ingress("a.com", ("Path", "x")), Ingress("a.com", ("Path", "/x"))).Rule);

    [Fact]
    public void Names_that_come_to_the_same_are_one() =>
        Assert.Equal(RuleCatalogue.DeclaredTwice, new Project().Finding(Ingress("{app}.com"), Ingress("checkout.com")).Rule);

    private static Declaration Sample(string attribute) => attribute switch
    {
        "App" => App("shop"),
        "Web" => Web(),
        "Worker" => WorkerOf("EmailWorker"),
        "CronJob" => CronJobOf("Report", "@daily"),
        "Job" => JobOf("Migrate"),
        "Ingress" => Ingress("a.com"),
        "EnvironmentVariable" => Variable("X", "1"),
        "Secret" => Secret("X"),
        "IamRole" => IamRole("arn:aws:iam::123456789012:role/shop"),
        "Label" => Label("tier", "gold"),
        "Annotation" => Annotation("tier", "gold"),
        "AllowFrom" => AllowFrom("cart"),
        "AllowTo" => AllowTo("cart"),
        "Route" => Route("a.com", ("Gateway", "gateways/public")),
        "QueueScale" => QueueScale("rabbitmq"),
        _ => Attribute(attribute),
    };
}
