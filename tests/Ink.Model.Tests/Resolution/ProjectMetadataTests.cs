using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

/// <summary>Labels and annotations that a project gives to all of its objects.</summary>
public class ProjectMetadataTests
{
    [Fact]
    public void They_are_on_every_workload_and_on_the_app_with_placeholders_filled_in()
    {
        var project = new Project
        {
            Labels = [new("example.com/app", "{app}-{environment}")],
            Annotations = [new("example.com/runbook", "https://runbooks.example.com/{app}#x", "Ingress")],
        };
        var spec = project.Spec(Web(), Worker("emails"));

        var label = new MetadataSpec("example.com/app", "checkout-dev", null);
        var annotation = new MetadataSpec("example.com/runbook", "https://runbooks.example.com/checkout#x", "Ingress");
        Assert.Equal([label], spec.Labels);
        Assert.Equal([annotation], spec.Annotations);
        Assert.All(spec.Workloads, workload => Assert.Equal((label, annotation), (Assert.Single(workload.Labels), Assert.Single(workload.Annotations))));
    }

    [Fact]
    public void One_for_the_environment_counts_before_one_for_all_and_the_last_before_the_first()
    {
        var project = new Project { Labels = [new("tier", "dev", Environment: "dev"), new("tier", "gold", Environment: "production"), new("tier", "a"), new("tier", "b")] };

        Assert.Equal("dev", Assert.Single(project.Spec().Labels).Value);
        Assert.Equal("gold", Assert.Single(project.In("production").Spec().Labels).Value);
        Assert.Equal("b", Assert.Single(project.In("staging").Spec().Labels).Value);
    }

    [Fact]
    public void An_attribute_of_the_key_replaces_those_of_its_kinds()
    {
        var project = new Project { Labels = [new("tier", "a"), new("tier", "b", "Service")] };

        Assert.Equal([new("tier", "mine", null)], project.Spec(Label("tier", "mine")).Labels);
        Assert.Equal([new("tier", "a", null), new("tier", "mine", "Service")], project.Spec(Label("tier", "mine", ("On", "Service"))).Labels);
    }

    [Fact]
    public void A_workload_of_its_own_mind_leaves_the_others_as_they_are()
    {
        var spec = new Project { Labels = [new("tier", "a")] }.Spec(Web(), Worker("emails"), Label("tier", "mine").For("emails"));

        Assert.Equal(["mine", "a"], spec.Workloads.Select(workload => Assert.Single(workload.Labels).Value));
    }

    [Theory]
    [InlineData("a b", "x", null, "INK0011", "InkLabel: \"a b\" cannot be a key")]
    [InlineData("tier", "a b", null, "INK0011", "InkLabel tier: \"a b\" cannot be the value of a label")]
    [InlineData("tier", "{nope}", null, "INK0012", "InkLabel tier: {nope} is unknown here")]
    [InlineData("tier", "x", "Pods", "INK1014", "InkLabel tier: Ink makes no object of kind \"Pods\"")]
    [InlineData("app.kubernetes.io/name", "x", null, "INK0006", "InkLabel app.kubernetes.io/name: app.kubernetes.io/name is set by Ink itself")]
    public void What_is_wrong_with_one_is_an_error_that_names_the_item(string key, string value, string? on, string rule, string message)
    {
        var finding = new Project { Labels = [new ProjectMetadata(key, value, on)] }.Finding();

        finding.Blames(RuleCatalogue.All.Single(candidate => candidate.Id == rule), null, null);
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_team_of_the_project_takes_the_label() =>
        new Project { Properties = { ["InkTeam"] = "payments" }, Labels = [new("team", "x")] }.Finding()
            .Blames(RuleCatalogue.DuplicateName, null, null, "InkLabel team: team is set from Team of [App]");
}
