using Ink.Model.Collections;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class QueueScaleTests
{
    [Fact]
    public void A_worker_runs_from_no_pod_to_ten()
    {
        var emails = new Project().Workload("emails", Worker("emails", ("Replicas", 3)), QueueScale("rabbitmq"));

        Assert.Equal(new QueueScaleSpec("rabbitmq", 0, 10, default, null), emails.QueueScale);
        Assert.Equal((true, 0, 10), (emails.IsScaled, emails.MinReplicas, emails.MaxReplicas));
    }

    [Fact]
    public void A_web_workload_keeps_the_pods_it_has_anyway() =>
        Assert.Equal(2, new Project().In("production").Spec(QueueScale("rabbitmq")).Web!.QueueScale!.Min);

    [Fact]
    public void What_is_written_is_taken_over()
    {
        var scale = new Project().Workload(
            "emails",
            Worker("emails"),
            QueueScale("rabbitmq", ("Min", 1), ("Max", 30), ("Metadata", List("queueName={environment}-orders", "host=a=b", "empty=")), ("Authentication", "rabbit"))).QueueScale!;

        Assert.Equal((1, 30), (scale.Min, scale.Max));
        Assert.Equal(["empty=", "host=a=b", "queueName=dev-orders"], scale.Metadata.Select(setting => $"{setting.Key}={setting.Value}"));
        Assert.Equal(new TriggerAuthenticationReference("rabbit", "TriggerAuthentication"), scale.Authentication);
    }

    [Fact]
    public void Credentials_may_be_the_clusters() =>
        Assert.Equal(
            new TriggerAuthenticationReference("aws", "ClusterTriggerAuthentication"),
            new Project().Spec(QueueScale("aws-sqs-queue", ("Authentication", "ClusterTriggerAuthentication/aws"))).Web!.QueueScale!.Authentication);

    [Fact]
    public void An_environment_overrides_argument_by_argument()
    {
        var spec = new Project().Spec(QueueScale("rabbitmq", ("Max", 5), ("Metadata", List("a=b"))), QueueScale("kafka", ("Max", 50)).In("dev"));

        Assert.Equal(new QueueScaleSpec("kafka", 1, 50, Settings(new TriggerSetting("a", "b")), null), spec.Web!.QueueScale);
    }

    [Fact]
    public void Two_scalers_of_one_workload_are_an_error()
    {
        var queue = QueueScale("rabbitmq").For("emails");

        new Project().Finding(Web(), Worker("emails"), Autoscale(), queue).Blames(
            RuleCatalogue.DeclaredTwice, queue, null, "[QueueScale]", "the workload \"emails\" is scaled by [Autoscale] as well", "Limit each with Workload");
        Assert.NotNull(new Project().Spec(Web(), Worker("emails"), Autoscale().For("web"), queue));
    }

    [Theory]
    [InlineData("Min", -1, "from 0 to 10000")]
    [InlineData("Max", 0, "from 1 to 10000")]
    public void Counts_have_bounds(string argument, int value, string says)
    {
        var queue = QueueScale("rabbitmq", (argument, value));

        new Project().Finding(queue).Blames(RuleCatalogue.WrongScale, queue, argument, $"{value} is not valid", says);
    }

    [Fact]
    public void More_at_least_than_at_most_is_an_error() =>
        Assert.Equal(RuleCatalogue.WrongScale, new Project().Finding(QueueScale("rabbitmq", ("Min", 5), ("Max", 2))).Rule);

    [Theory]
    [InlineData("RabbitMQ")]
    [InlineData("aws sqs")]
    public void A_trigger_that_KEDA_cannot_have_is_an_error(string trigger)
    {
        var queue = QueueScale(trigger);

        new Project().Finding(queue).Blames(RuleCatalogue.InvalidName, queue, "Trigger", $"\"{trigger}\" cannot be a type of trigger", "aws-sqs-queue");
    }

    [Theory]
    [InlineData("s3cr3t")]
    [InlineData("=s3cr3t")]
    [InlineData("a s3cr3t=b")]
    public void A_setting_that_is_no_pair_is_an_error_that_does_not_show_it(string setting)
    {
        var queue = QueueScale("rabbitmq", ("Metadata", List(setting)));
        var finding = new Project().Finding(queue);

        finding.Blames(RuleCatalogue.EmptyArgument, queue, "Metadata", "not of the form \"key=value\"");
        Assert.DoesNotContain("s3cr3t", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_written_twice_is_an_error()
    {
        var queue = QueueScale("rabbitmq", ("Metadata", List("a=1", "a=2")));

        new Project().Finding(queue).Blames(RuleCatalogue.DuplicateName, queue, "Metadata", "a is set twice");
    }

    [Theory]
    [InlineData("Secret/rabbit")]
    [InlineData("Rabbit")]
    [InlineData("ClusterTriggerAuthentication/")]
    public void Credentials_that_no_object_can_be_are_an_error(string authentication)
    {
        var queue = QueueScale("rabbitmq", ("Authentication", authentication));

        new Project().Finding(queue).Blames(RuleCatalogue.InvalidName, queue, "Authentication", $"\"{authentication}\" is not the name of a TriggerAuthentication");
    }

    private static EquatableArray<TriggerSetting> Settings(params TriggerSetting[] settings) => new(settings);
}
