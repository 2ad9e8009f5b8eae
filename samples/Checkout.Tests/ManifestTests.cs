using Ink.Manifests;
using k8s.Models;
using Snapshooter.Xunit;

namespace Checkout.Tests;

/// <summary>What Checkout looks like when it is deployed: decisions that its team made, as assertions on typed objects.</summary>
public sealed class ManifestTests
{
    private readonly RenderedApp _production = RenderedApp.FromAssembly(typeof(Program).Assembly, "production");

    [Fact]
    public void Production_runs_three_to_twelve_pods_of_the_web_workload_and_dev_one()
    {
        var scaler = _production.The<V2HorizontalPodAutoscaler>().Spec;
        Assert.Equal((3, 12), (scaler.MinReplicas, scaler.MaxReplicas));
        Assert.Equal("checkout", scaler.ScaleTargetRef.Name);
        // A number of pods would fight with the scaler at every deploy.
        Assert.Null(_production.The<V1Deployment>("checkout").Spec.Replicas);
        Assert.Equal(1, RenderedApp.FromAssembly(typeof(Program).Assembly, "dev").The<V1Deployment>("checkout").Spec.Replicas);
    }

    [Fact]
    public void Carts_are_reached_below_the_shops_domain()
    {
        var rule = _production.The<V1Ingress>().Spec.Rules.Single();
        Assert.Equal("shop.example.com", rule.Host);
        Assert.Equal("/checkout", rule.Http.Paths.Single().Path);
    }

    [Fact]
    public void The_service_account_assumes_the_role_of_the_environments_account() =>
        Assert.Contains("arn:aws:iam::333333333333:role/checkout", _production.The<V1ServiceAccount>().Metadata.Annotations.Values);

    [Fact]
    public void The_signing_key_comes_from_the_secret_store()
    {
        var container = _production.The<V1Deployment>("checkout").Spec.Template.Spec.Containers.Single(container => container.Name == "web");
        var variable = container.Env.Single(variable => variable.Name == "CART_SIGNING_KEY");
        Assert.Null(variable.Value);
        Assert.Equal("checkout", variable.ValueFrom.SecretKeyRef.Name);
    }

    [Fact]
    public void Everything_else_is_as_it_was() => _production.ToYaml().MatchSnapshot("production");
}
