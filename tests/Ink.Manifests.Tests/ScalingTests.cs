using Ink.Manifests.Scaling;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Yaml;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class ScalingTests
{
    private static readonly AppSpec Rich = OperatedApps.Rich();

    [Fact]
    public void Renders_no_replicas_when_an_autoscaler_is_declared()
    {
        var deployment = OperatedApps.Web(web => web with { Autoscale = new AutoscaleSpec(2, 6, 80, null) }).The<V1Deployment>();

        Assert.Null(deployment.Spec.Replicas);
        Assert.DoesNotContain("replicas:", ManifestYaml.Write(deployment), StringComparison.Ordinal);
    }

    [Fact]
    public void Renders_no_replicas_when_a_queue_decides() =>
        Assert.Null(OperatedApps.Worker(worker => worker with { QueueScale = Queue(0, 5) }).The<V1Deployment>().Spec.Replicas);

    [Fact]
    public void An_autoscaler_scales_the_deployment_of_its_name_after_the_workloads()
    {
        var autoscaler = Rich.The<V2HorizontalPodAutoscaler>();
        var target = autoscaler.Spec.ScaleTargetRef;

        Assert.Equal(("checkout", "apps/v1", "Deployment", "checkout"), (autoscaler.Metadata.Name, target.ApiVersion, target.Kind, target.Name));
        Assert.Equal((3, 12), (autoscaler.Spec.MinReplicas!.Value, autoscaler.Spec.MaxReplicas));
        Assert.Equal("1", autoscaler.Annotation("argocd.argoproj.io/sync-wave"));
    }

    [Fact]
    public void Only_the_metrics_that_count_are_rendered()
    {
        Assert.Equal(["cpu 70", "memory 90"], Metrics(Rich));
        Assert.Equal(["memory 75"], Metrics(OperatedApps.Web(web => web with { Autoscale = new AutoscaleSpec(1, 5, null, 75) })));

        static IEnumerable<string> Metrics(AppSpec app) => app.The<V2HorizontalPodAutoscaler>().Spec.Metrics.Select(metric =>
        {
            Assert.Equal(("Resource", "Utilization"), (metric.Type, metric.Resource.Target.Type));
            return $"{metric.Resource.Name} {metric.Resource.Target.AverageUtilization}";
        });
    }

    [Fact]
    public void A_scaled_object_holds_the_trigger_and_names_its_credentials()
    {
        var scaled = Rich.The<ScaledObject>();
        var trigger = scaled.Spec.Triggers.Single();

        Assert.Equal(new ScaleTarget("apps/v1", "Deployment", "checkout-orders"), scaled.Spec.ScaleTargetRef);
        Assert.Equal((0, 20), (scaled.Spec.MinReplicaCount, scaled.Spec.MaxReplicaCount));
        Assert.Equal(("rabbitmq", "orders"), (trigger.Type, trigger.Metadata["queueName"]));
        Assert.Equal(new TriggerCredentials("rabbitmq", "TriggerAuthentication"), trigger.AuthenticationRef);
        Assert.Equal("1", scaled.Annotation("argocd.argoproj.io/sync-wave"));
    }

    [Fact]
    public void The_fewest_pods_are_written_even_where_they_are_none() =>
        Assert.Contains("minReplicaCount: 0\n", ManifestYaml.Write(Rich.The<ScaledObject>()), StringComparison.Ordinal);

    [SkippableFact]
    public void A_trigger_without_settings_is_valid_too()
    {
        Schemas.SkipIfAbsent();
        Assert.Empty(Schemas.Validate(ManifestYaml.Write(OperatedApps.Worker(worker => worker with { QueueScale = Queue(0, 5) }).The<ScaledObject>())));
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, true)]
    [InlineData(2, 8, true)]
    public void A_disruption_budget_is_there_where_the_autoscaler_can_reach_two_pods(int min, int max, bool expected)
    {
        Assert.Equal(expected, HasBudget(OperatedApps.Web(web => web with { Replicas = 3, Autoscale = new AutoscaleSpec(min, max, 80, null) })));
        Assert.Equal(expected, HasBudget(OperatedApps.Worker(worker => worker with { QueueScale = Queue(min, max) })));
    }

    private static bool HasBudget(AppSpec app) => app.Objects().OfType<V1PodDisruptionBudget>().Any();

    private static QueueScaleSpec Queue(int min, int max) => new("rabbitmq", min, max, default, null);
}
