using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

/// <summary>Labels and annotations of the user's.</summary>
public class UserMetadataTests
{
    [Fact]
    public void What_is_said_of_all_is_said_of_the_app_and_of_each_workload()
    {
        var spec = new Project().Spec(Web(), Worker("emails"), Label("example.com/tier", "{environment}"), Annotation("note", "of {app}"));

        Assert.Equal([new MetadataSpec("example.com/tier", "dev", null)], spec.Labels);
        Assert.Equal([new MetadataSpec("note", "of checkout", null)], spec.Annotations);
        Assert.All(spec.Workloads, workload => Assert.Equal((spec.Labels, spec.Annotations), (workload.Labels, workload.Annotations)));
    }

    [Fact]
    public void What_is_said_of_a_workload_is_said_of_nothing_else()
    {
        var spec = new Project().Spec(Web(), Worker("emails"), Label("tier", "gold").For("emails"));

        Assert.Empty(spec.Labels);
        Assert.Empty(spec.Web!.Labels);
        Assert.Single(spec.Workloads.Single(workload => workload.Name == "emails").Labels);
    }

    [Fact]
    public void A_key_may_have_a_value_of_its_own_for_each_kind()
    {
        var spec = new Project().Spec(Label("tier", "gold"), Label("tier", "silver", ("On", "Service")), Label("tier", "lead", ("On", "Pod")));

        Assert.Equal(["gold ", "lead Pod", "silver Service"], spec.Labels.Select(label => $"{label.Value} {label.On}"));
    }

    [Fact]
    public void An_environment_overrides_the_same_key_and_kind()
    {
        var spec = new Project().Spec(
            Label("tier", "gold"), Label("color", "red", ("On", "Service")), Label("tier", "none").In("dev"), Label("color", "blue", ("On", "Service")).In("dev"));

        Assert.Equal(["color blue Service", "tier none "], spec.Labels.Select(label => $"{label.Key} {label.Value} {label.On}"));
    }

    [Fact]
    public void A_value_may_be_empty()
    {
        Assert.Equal("", Assert.Single(new Project().Spec(Label("tier", "")).Labels).Value);
        Assert.Equal("", Assert.Single(new Project().Spec(Annotation("tier", "")).Annotations).Value);
    }

    [Theory]
    [InlineData("Label", "cost center")]
    [InlineData("Label", "Example.com/tier")]
    [InlineData("Annotation", "a/b/c")]
    [InlineData("Annotation", "-x")]
    public void A_key_that_Kubernetes_refuses_is_an_error(string attribute, string key)
    {
        var declaration = Attribute(attribute, ("Key", key), ("Value", "x"));

        new Project().Finding(declaration).Blames(RuleCatalogue.InvalidMetadata, declaration, "Key", $"[{attribute}(\"{key}\")]", "cannot be a key", "example.com/cost-center");
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("-x")]
    [InlineData("a/b")]
    public void So_is_a_value_of_a_label(string value)
    {
        var label = Label("tier", value);

        new Project().Finding(label).Blames(RuleCatalogue.InvalidMetadata, label, "Value", $"\"{value}\" cannot be the value of a label", "[Annotation]");
        Assert.Equal(value, Assert.Single(new Project().Spec(Annotation("tier", value)).Annotations).Value);
    }

    [Fact]
    public void An_annotation_of_256_KiB_is_too_long()
    {
        var annotation = Annotation("tier", new string('x', 256 * 1024));

        new Project().Finding(annotation).Blames(RuleCatalogue.InvalidMetadata, annotation, "Value", "262144 characters", "256 KiB");
    }

    [Theory]
    [InlineData("app.kubernetes.io/name", "set by Ink itself")]
    [InlineData("app.kubernetes.io/component", "set by Ink itself")]
    [InlineData("app.kubernetes.io/part-of", "set from PartOf of [App]")]
    [InlineData("app.kubernetes.io/managed-by", "set by Ink itself")]
    [InlineData("app.kubernetes.io/version", "set by Ink itself")]
    [InlineData("app.kubernetes.io/instance", "Argo CD's own")]
    [InlineData("pod-template-hash", "the Deployment's own")]
    public void A_label_of_Inks_cannot_be_overridden(string key, string owner)
    {
        var label = Label(key, "x", ("On", "Service"));

        new Project().Finding(label).Blames(RuleCatalogue.DuplicateName, label, "Key", $"{key} is {owner}", "Take another key");
    }

    [Theory]
    [InlineData("argocd.argoproj.io/sync-wave")]
    [InlineData("argocd.argoproj.io/tracking-id")]
    [InlineData("eks.amazonaws.com/role-arn")]
    [InlineData("kubernetes.io/description")]
    public void Nor_can_an_annotation(string key)
    {
        var annotation = Annotation(key, "x").For("web");

        new Project().Finding(annotation).Blames(RuleCatalogue.DuplicateName, annotation, "Key", key, "Take another key");
    }

    [Fact]
    public void The_team_is_Inks_only_where_the_app_names_one()
    {
        Assert.Single(new Project().Spec(Label("team", "shop")).Labels);
        Assert.Equal(RuleCatalogue.DuplicateName, new Project().Finding(App("shop", ("Team", "shop")), Label("team", "other")).Rule);
    }

    [Fact]
    public void Other_recommended_labels_are_free() => Assert.Single(new Project().Spec(Label("app.kubernetes.io/created-by", "me")).Labels);

    [Theory]
    [InlineData("deployment")]
    [InlineData("Secret")]
    public void A_kind_that_Ink_never_makes_is_an_error_that_lists_those_it_makes(string kind)
    {
        var label = Label("tier", "gold", ("On", kind));

        new Project().Finding(label).Blames(RuleCatalogue.MissingReference, label, "On", $"no object of kind \"{kind}\"", "Deployment", "Pod", "leave On out");
    }
}
