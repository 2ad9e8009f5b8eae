using Ink.Manifests.ArgoCd;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Specs;

namespace Ink.Manifests.Tests;

public sealed class ApplicationTests
{
    [Fact]
    public void The_application_follows_the_folder_of_the_environment()
    {
        var application = Build(Apps.Rich());

        Assert.Equal(("checkout-production", "argocd"), (application.Metadata.Name, application.Metadata.NamespaceProperty));
        Assert.Equal(new ApplicationSource("https://git.example.com/gitops.git", "main", "apps/checkout/production"), application.Spec.Source);
        Assert.Equal(new ApplicationDestination("shop", null, "production"), application.Spec.Destination);
        Assert.Equal("shop", application.Spec.Project);
    }

    [Fact]
    public void A_cluster_may_be_given_by_its_server() =>
        Assert.Equal(new ApplicationDestination("hello", "https://kubernetes.default.svc", null), Build(Apps.Minimal()).Spec.Destination);

    [Fact]
    public void Sync_is_automated_and_makes_a_guarded_namespace()
    {
        var policy = Build(Apps.Rich()).Spec.SyncPolicy;

        Assert.Equal(new AutomatedSync(Prune: true, SelfHeal: true), policy.Automated);
        Assert.Contains("CreateNamespace=true", policy.SyncOptions);
        Assert.Equal(
            ["pod-security.kubernetes.io/audit=restricted", "pod-security.kubernetes.io/enforce=baseline", "pod-security.kubernetes.io/warn=restricted"],
            policy.ManagedNamespaceMetadata!.Labels.Select(label => $"{label.Key}={label.Value}"));
        Assert.Equal(5, policy.Retry!.Limit);
    }

    [Fact]
    public void An_application_that_is_lost_does_not_take_the_running_app_with_it() =>
        Assert.Null(Build(Apps.Rich()).Metadata.Finalizers);

    [Fact]
    public void Fields_that_only_some_operators_know_are_not_compared()
    {
        Assert.Equal("ExternalSecret", Build(Apps.Rich()).Spec.IgnoreDifferences![^1].Kind);
        Assert.Null(Build(Apps.Minimal()).Spec.IgnoreDifferences);
    }

    [Fact]
    public void Replicas_that_an_autoscaler_chose_are_no_drift_and_are_left_alone()
    {
        var spec = Build(OperatedApps.Rich()).Spec;

        var ignored = spec.IgnoreDifferences!.Where(rule => rule.Group == "apps").ToList();
        Assert.NotEmpty(ignored);
        Assert.All(ignored, rule => Assert.Equal(["/spec/replicas"], rule.JsonPointers));
        Assert.All(ignored, rule => Assert.NotNull(rule.Name));
        Assert.Contains("RespectIgnoreDifferences=true", spec.SyncPolicy.SyncOptions);
        Assert.DoesNotContain("RespectIgnoreDifferences=true", Build(Apps.Minimal()).Spec.SyncPolicy.SyncOptions);
    }

    [Fact]
    public void Sync_options_of_a_project_replace_those_of_the_same_name()
    {
        var app = Apps.Minimal();
        var options = Build(app with { Argo = app.Argo with { SyncOptions = Apps.List("ServerSideApply=true", "PruneLast=false") } }).Spec.SyncPolicy.SyncOptions;

        Assert.Equal(["CreateNamespace=true", "FailOnSharedResource=true", "ServerSideApply=true", "PruneLast=false"], options);
    }

    [Fact]
    public void Notifications_and_the_stage_of_Kargo_are_annotations_and_there_are_none_without_them()
    {
        var app = Apps.Minimal();
        var argo = app.Argo with { Notifications = Apps.List(new NotificationSpec("on-sync-failed.slack", "team-shop")), KargoStage = "shop:production" };

        Assert.Equal(
            new Dictionary<string, string> { ["notifications.argoproj.io/subscribe.on-sync-failed.slack"] = "team-shop", ["kargo.akuity.io/authorized-stage"] = "shop:production" },
            Build(app with { Argo = argo }).Metadata.Annotations);
        Assert.Null(Build(app).Metadata.Annotations);
    }

    private static Application Build(AppSpec app) =>
        ApplicationBuilder.Build(app, "https://git.example.com/gitops.git", "main", $"apps/{app.Name}/{app.Environment}");
}
