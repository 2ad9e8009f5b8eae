using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class PlaceholderTests
{
    private static readonly Project Project = new()
    {
        Metadata = { ["Account"] = "123456789012", ["region"] = "eu-west-1", ["Empty"] = "", ["app"] = "wrong", ["environment"] = "wrong" },
        Properties = { ["InkNamespace"] = "shop-{environment}" },
    };

    [Theory]
    [InlineData("{app} {environment} {namespace}", "checkout dev shop-dev")]
    [InlineData("{account}/{Region}/{ENVIRONMENT}", "123456789012/eu-west-1/dev")]
    [InlineData("{{app}}", "{app}")]
    [InlineData("{{whatever}} and {app}", "{whatever} and checkout")]
    [InlineData("{\"a\":{\"b\":[1,{}]},\"c\":\"{app}\"}", "{\"a\":{\"b\":[1,{}]},\"c\":\"checkout\"}")]
    [InlineData("{0} {} { app } {a-b} {Timestamp:HH} } {", "{0} {} { app } {a-b} {Timestamp:HH} } {")]
    public void Are_filled_in_and_other_braces_left_alone(string written, string expanded) =>
        Assert.Equal(expanded, Value(Project, written));

    [Fact]
    public void Are_filled_in_everywhere()
    {
        var spec = Project.Spec(
            App("shop", ("Team", "team-{region}"), ("Namespace", "ns-{environment}")),
            Ingress("{app}.{environment}.example.com", ("Path", "/{app}"), ("Class", "{region}")),
            IamRole("arn:aws:iam::{account}:role/{namespace}-{app}"),
            Secret("DB", ("From", "/{app}/{environment}/db")));

        Assert.Equal(("team-eu-west-1", "ns-dev"), (spec.Team, spec.Namespace));
        Assert.Equal(("shop.dev.example.com", "/shop", "eu-west-1"), (spec.Ingresses[0].Host, spec.Ingresses[0].Path, spec.Ingresses[0].Class));
        Assert.Equal("arn:aws:iam::123456789012:role/ns-dev-shop", spec.IamRole);
        Assert.Equal("/shop/dev/db", spec.Secrets[0].From);
    }

    [Fact]
    public void A_value_is_not_expanded_again()
    {
        var project = Project with { Metadata = new() { ["Domain"] = "{region}.example.com", ["Region"] = "eu" } };

        Assert.Equal("{region}.example.com", Value(project, "{domain}"));
    }

    [Theory]
    [InlineData("{domain}")]
    [InlineData("{empty}")]
    public void Unknown_ones_are_an_error_that_lists_the_known(string written)
    {
        var variable = Variable("HOST", written);

        Project.Finding(variable).Blames(
            RuleCatalogue.UnknownPlaceholder, variable, "Value", "[EnvironmentVariable(\"HOST\")] Value", written, "{account}, {app}, {environment}, {namespace}, {region}", "InkEnvironments", $"{{{written}}}");
    }

    [Fact]
    public void Unknown_ones_in_lists_are_an_error()
    {
        var web = Web(("Args", List("--a", "{nope}")));

        Project.Finding(web).Blames(RuleCatalogue.UnknownPlaceholder, web, "Args", "{nope}");
    }

    [Fact]
    public void Unknown_ones_in_a_property_blame_the_property()
    {
        var project = Project with { Properties = new() { ["InkNamespace"] = "{nope}" } };

        project.Finding().Blames(RuleCatalogue.UnknownPlaceholder, null, null, "InkNamespace: {nope}");
    }

    [Fact]
    public void The_name_of_the_app_cannot_hold_itself()
    {
        var app = App("{app}-x");

        Project.Finding(app).Blames(RuleCatalogue.UnknownPlaceholder, app, "Name", "{app} has no value yet");
    }

    [Fact]
    public void The_name_of_a_workload_takes_none()
    {
        var worker = Worker("{app}-mails");

        Project.Finding(worker).Blames(RuleCatalogue.InvalidName, worker, "Name", "Placeholders do not work here");
    }

    [Fact]
    public void Unknown_ones_pass_every_check_where_the_metadata_is_not_known()
    {
        var compiler = new Project { KnowsAllMetadata = false };

        var spec = compiler.Spec(
            App("{na_}", ("Namespace", "{ns_}"), ("Team", "{team_}")),
            Ingress("{domain}", ("Path", "{path}"), ("Class", "{class_}"), ("TlsSecret", "{tls_}")),
            IamRole("{role}"),
            Resources(("Cpu", "{cpu}"), ("Memory", "{memory}"), ("MemoryLimit", "10Mi")),
            Secret("DB", ("File", "{file}"), ("Store", "{store_}")),
            Health(("Ready", "{ready}")),
            Variable("HOST", "{host}"));

        Assert.False(spec.Web!.Resources.IsFallback);
    }

    [Fact]
    public void What_is_wrong_without_them_is_wrong_where_the_metadata_is_not_known()
    {
        var ingress = Ingress("shop example {domain}");

        Assert.Empty(new Project { KnowsAllMetadata = false }.Resolve(ingress).Findings);
        var resources = Resources(("Memory", "lots"));
        new Project { KnowsAllMetadata = false }.Finding(ingress, resources).Blames(RuleCatalogue.InvalidQuantity, resources, "Memory");
    }

    private static string Value(Project project, string written) =>
        Assert.Single(project.Workload("web", Variable("X", written)).Variables, variable => variable.Name == "X").Value;
}
