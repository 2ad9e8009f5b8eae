using Ink.Manifests.ArgoCd;
using Ink.Manifests.Metadata;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

/// <summary>Labels and annotations of the user's.</summary>
public sealed class UserMetadataTests
{
    private const string Tier = "example.com/tier";
    private const string Contact = "example.com/contact";

    private static readonly AppSpec Rich = OperatedApps.Rich();

    [Fact]
    public void A_label_is_on_every_object_and_on_the_pods()
    {
        Assert.All(Rich.Objects(), item => Assert.Equal(item is V1Service { Metadata.Name: "checkout" } ? "silver" : "gold", item.Metadata.Labels[Tier]));
        Assert.All(Rich.Objects().OfType<V1Deployment>(), deployment => Assert.Equal("gold", deployment.Spec.Template.Metadata.Labels[Tier]));
    }

    [Fact]
    public void An_annotation_is_on_every_object_but_not_on_the_pods()
    {
        Assert.All(Rich.Objects(), item => Assert.Equal("#payments", item.Annotation(Contact)));
        Assert.Null(Rich.The<V1Deployment>("checkout-orders").Spec.Template.Metadata.Annotations);
    }

    [Fact]
    public void What_is_said_of_pods_is_on_their_templates_alone()
    {
        var deployment = Rich.The<V1Deployment>("checkout");

        Assert.Equal("1", deployment.Spec.Template.Metadata.Annotations["example.com/restart"]);
        Assert.Null(deployment.Annotation("example.com/restart"));
    }

    [Fact]
    public void What_is_said_of_a_kind_is_on_that_kind_alone()
    {
        var labelled = Rich.Objects().Where(item => item.Metadata.Labels.ContainsKey("release"));

        Assert.Equal(["ServiceMonitor checkout-orders"], labelled.Select(item => $"{item.Kind} {item.Metadata.Name}"));
    }

    [Fact]
    public void What_is_said_of_a_workload_is_on_its_objects_alone()
    {
        var app = Apps.Rich().WithWeb(web => web with { Labels = Apps.List(new MetadataSpec(Tier, "gold", null)) });
        var labelled = app.Objects().Where(item => item.Metadata.Labels.ContainsKey(Tier)).ToList();

        Assert.All(labelled, item => Assert.Equal("web", item.Metadata.Labels[Labels.Component]));
        Assert.Equal(
            ["Deployment", "Ingress", "Ingress", "NetworkPolicy", "PodDisruptionBudget", "Service"],
            labelled.Select(item => item.Kind).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Selectors_know_nothing_of_them()
    {
        var deployment = Rich.The<V1Deployment>("checkout");
        IDictionary<string, string>[] selectors =
        [
            deployment.Spec.Selector.MatchLabels,
            Rich.The<V1Service>("checkout").Spec.Selector,
            Rich.The<V1NetworkPolicy>("checkout").Spec.PodSelector.MatchLabels,
            Rich.The<V1PodDisruptionBudget>("checkout").Spec.Selector.MatchLabels,
            Rich.The<Monitoring.ServiceMonitor>("checkout").Spec.Selector.MatchLabels,
        ];

        Assert.All(selectors, selector => Assert.Equal([Labels.Component, Labels.Name], selector.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_application_has_what_is_said_of_it_alone()
    {
        var application = ApplicationBuilder.Build(Rich, "https://git.example.com/gitops.git", "main", "apps/checkout/production");

        Assert.Equal("on", application.Metadata.Labels["example.com/alerts"]);
        Assert.DoesNotContain(Tier, application.Metadata.Labels);
        Assert.Null(application.Annotation(Contact));
        Assert.All(Rich.Objects(), item => Assert.DoesNotContain("example.com/alerts", item.Metadata.Labels));
    }

    [Fact]
    public void A_template_of_any_controller_gets_them()
    {
        var app = Apps.Minimal().WithWeb(web => web with { Labels = Apps.List(new MetadataSpec(Tier, "gold", "Pod")) });
        var set = new V1StatefulSet { Kind = "StatefulSet", Metadata = OfWeb(), Spec = new V1StatefulSetSpec { Template = Template() } };
        var job = new V1Job { Kind = "Job", Metadata = OfWeb(), Spec = new V1JobSpec { Template = Template() } };
        var cron = new V1CronJob { Kind = "CronJob", Metadata = OfWeb(), Spec = new V1CronJobSpec { JobTemplate = new V1JobTemplateSpec { Spec = job.Spec } } };

        UserMetadata.Apply(app, [set, job, cron]);

        V1PodTemplateSpec[] templates = [set.Spec.Template, job.Spec.Template, cron.Spec.JobTemplate.Spec.Template];
        Assert.All(templates, template => Assert.Equal("gold", template.Metadata.Labels[Tier]));
        V1ObjectMeta[] controllers = [set.Metadata, job.Metadata, cron.Metadata];
        Assert.All(controllers, metadata => Assert.DoesNotContain(Tier, metadata.Labels));

        static V1ObjectMeta OfWeb() => new() { Labels = new Dictionary<string, string> { [Labels.Component] = "web" } };
        static V1PodTemplateSpec Template() => new() { Metadata = OfWeb() };
    }
}
