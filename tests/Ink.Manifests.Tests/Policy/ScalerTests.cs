namespace Ink.Manifests.Tests.Policy;

/// <summary>INK1010 and INK1011 on manifests.</summary>
public sealed class ScalerTests
{
    internal const string Scaler = """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: shop
          namespace: shops
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: shop
          minReplicas: 2
          maxReplicas: 5
          metrics:
          - type: Resource
            resource:
              name: memory
              target:
                type: Utilization
                averageUtilization: 80

        """;

    private const string Queue = """
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata: {name: shop, namespace: shops}
        spec:
          scaleTargetRef: {name: shop}
          minReplicaCount: 0
          maxReplicaCount: 5
          triggers:
          - type: rabbitmq

        """;

    private const string Budget = """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: shop, namespace: shops}
        spec:
          maxUnavailable: 1
          selector: {matchLabels: {app: shop}}

        """;

    [Theory]
    [InlineData("minReplicas: 2", "minReplicas: 6", "spec.minReplicas")]
    [InlineData("minReplicas: 2", "minReplicas: 0", "spec.minReplicas")]
    [InlineData("  maxReplicas: 5\n", "", "spec.maxReplicas")]
    [InlineData("type: Utilization\n        averageUtilization: 80", "type: Utilization\n        averageUtilization: 120", "spec.metrics[0].resource.target.averageUtilization")]
    public void An_autoscaler_that_cannot_scale_is_told(string right, string wrong, string path)
    {
        var shop = Yaml.Shop.With("  replicas: 2\n", "");
        Assert.Empty(Judged.Paths("INK1010", shop.And(Scaler)));
        Assert.Equal([path], Judged.Paths("INK1010", shop.And(Scaler.With(right, wrong))));
    }

    [Fact]
    public void An_autoscaler_without_a_metric_or_without_the_request_is_told()
    {
        Assert.Equal(["spec.metrics"], Judged.Paths("INK1010", Yaml.Shop.And(Scaler[..Scaler.IndexOf("  metrics:", StringComparison.Ordinal)])));
        var bare = Yaml.Shop.With("            memory: 256Mi\n          limits:\n            memory: 256Mi\n", "          limits:\n");
        Assert.Equal(["spec.metrics[0].resource.target.averageUtilization"], Judged.Paths("INK1010", bare.And(Scaler)));
    }

    [Fact]
    public void A_metric_of_one_container_looks_at_that_alone()
    {
        const string Path = "spec.metrics[0].containerResource.target.averageUtilization";
        var ofApp = Scaler.With("type: Resource\n    resource:\n      name: memory\n", "type: ContainerResource\n    containerResource:\n      name: memory\n      container: web\n");
        Assert.Empty(Judged.Paths("INK1010", Yaml.Shop.And(ofApp)));
        Assert.Equal([Path], Judged.Paths("INK1010", Yaml.Shop.And(ofApp.With("averageUtilization: 80", "averageUtilization: 120"))));
        var bare = Yaml.Shop.With("            memory: 256Mi\n          limits:\n            memory: 256Mi\n", "          limits:\n");
        Assert.Equal([Path], Judged.Paths("INK1010", bare.And(ofApp)));
        Assert.Empty(Judged.Paths("INK1010", bare.And(ofApp.With("container: web", "container: proxy"))));
    }

    [Theory]
    [InlineData("minReplicaCount: 0", "minReplicaCount: 6", "spec.minReplicaCount")]
    [InlineData("maxReplicaCount: 5", "maxReplicaCount: 0", "spec.maxReplicaCount")]
    [InlineData("  triggers:\n  - type: rabbitmq\n", "  triggers: []\n", "spec.triggers")]
    public void So_is_a_scaled_object_which_may_go_down_to_nothing(string right, string wrong, string path)
    {
        Assert.Empty(Judged.Paths("INK1010", Yaml.Shop.And(Queue)));
        Assert.Equal([path], Judged.Paths("INK1010", Yaml.Shop.And(Queue.With(right, wrong))));
    }

    [Theory]
    [InlineData("maxUnavailable: 1", true)]
    [InlineData("maxUnavailable: 0", false)]
    [InlineData("maxUnavailable: 0%", false)]
    [InlineData("maxUnavailable: 10%", true)]
    [InlineData("minAvailable: 1", true)]
    [InlineData("minAvailable: 2", false)]
    [InlineData("minAvailable: 51%", false)]
    [InlineData("minAvailable: 50%", true)]
    [InlineData("minAvailable: 100%", false)]
    public void A_budget_that_lets_none_of_two_pods_go_is_told(string budget, bool isFine) =>
        Assert.Equal(isFine, Judged.Paths("INK1011", Yaml.Shop.And(Budget.With("maxUnavailable: 1", budget))).Count == 0);

    [Fact]
    public void One_pod_that_has_to_stay_blocks_but_one_that_is_scaled_by_night_does_not()
    {
        var keepOne = Budget.With("maxUnavailable: 1", "minAvailable: 1");
        Assert.Single(Judged.Paths("INK1011", Yaml.Shop.With("replicas: 2", "replicas: 1").And(keepOne)));
        Assert.Empty(Judged.Paths("INK1011", Yaml.Shop.With("  replicas: 2\n", "").And(keepOne).And(Scaler.With("minReplicas: 2", "minReplicas: 1"))));
    }
}
