using Ink.Manifests.Metadata;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Specs;
using k8s;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class MetadataTests
{
    private const string SyncWave = "argocd.argoproj.io/sync-wave";

    private static readonly AppSpec Rich = Apps.Rich();

    [Fact]
    public void Selectors_hold_name_and_component_only()
    {
        var selectors = Rich.Objects().Select(item => item switch
        {
            V1Deployment deployment => deployment.Spec.Selector.MatchLabels,
            V1Service service => service.Spec.Selector,
            V1NetworkPolicy policy => policy.Spec.PodSelector.MatchLabels,
            V1PodDisruptionBudget budget => budget.Spec.Selector.MatchLabels,
            _ => null,
        }).OfType<IDictionary<string, string>>().ToList();

        Assert.Equal(9, selectors.Count);
        Assert.All(selectors, selector => Assert.Equal([Labels.Component, Labels.Name], selector.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_object_is_labelled_and_in_the_namespace() =>
        Assert.All(Rich.Objects(), item =>
        {
            Assert.Equal("shop", item.Metadata.NamespaceProperty);
            Assert.Equal(
                ("checkout", "shop", "ink", "payments"),
                (item.Metadata.Labels[Labels.Name], item.Metadata.Labels[Labels.PartOf], item.Metadata.Labels[Labels.ManagedBy], item.Metadata.Labels[Labels.Team]));
            Assert.Equal("Takes carts and turns them into orders", item.Annotation("kubernetes.io/description"));
        });

    [Fact]
    public void Without_team_and_description_nothing_stands_for_them() =>
        Assert.All(Apps.Minimal().Objects(), item =>
        {
            Assert.DoesNotContain(Labels.Team, item.Metadata.Labels);
            Assert.Null(item.Annotation("kubernetes.io/description"));
        });

    [Fact]
    public void A_new_version_changes_the_workloads_alone()
    {
        var next = RenderedApp.Render(Rich, new ContainerImage("registry.example.com/checkout:next", "next")).Files;

        var changed = Rich.Files().Zip(next).Where(pair => pair.First != pair.Second).Select(pair => pair.First.Path);

        Assert.Equal(
            ["cronjob-checkout-cleanup.yaml", "deployment-checkout-orders.yaml", "deployment-checkout.yaml", "job-checkout-migrate.yaml", "job-checkout-warm-up.yaml"],
            changed);
    }

    [Fact]
    public void Prerequisites_come_first_and_traffic_last()
    {
        var waves = Rich.Objects().Select(item => (item.Kind, item.Annotation(SyncWave))).Distinct();

        Assert.Equal(
            [
                ("CronJob", null), ("Deployment", null), ("ExternalSecret", "-2"), ("Ingress", "1"), ("Job", null), ("Job", "-1"), ("NetworkPolicy", "-2"),
                ("PodDisruptionBudget", null), ("Service", null), ("ServiceAccount", "-2"),
            ],
            waves.OrderBy(pair => pair.Kind, StringComparer.Ordinal).ThenBy(pair => pair.Item2, StringComparer.Ordinal));
    }

    [Fact]
    public void The_service_account_assumes_the_iam_role()
    {
        const string key = "eks.amazonaws.com/role-arn";
        Assert.Equal("arn:aws:iam::123456789012:role/checkout", Rich.The<V1ServiceAccount>().Annotation(key));
        Assert.Null(Apps.Minimal().The<V1ServiceAccount>().Annotation(key));
    }

    [Fact]
    public void Objects_of_the_web_workload_are_named_after_the_app_and_the_rest_after_the_workload_too()
    {
        var names = Rich.Objects().Select(item => $"{item.Kind} {item.Metadata.Name}").Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "CronJob checkout-cleanup", "Deployment checkout", "Deployment checkout-orders", "ExternalSecret checkout", "Ingress checkout",
                "Ingress checkout-shared", "Job checkout-migrate", "Job checkout-warm-up", "NetworkPolicy checkout", "NetworkPolicy checkout-cleanup",
                "NetworkPolicy checkout-migrate", "NetworkPolicy checkout-orders", "NetworkPolicy checkout-warm-up", "PodDisruptionBudget checkout",
                "Service checkout", "ServiceAccount checkout",
            ],
            names);
    }
}
