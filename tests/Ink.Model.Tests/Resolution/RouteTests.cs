using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class RouteTests
{
    private static readonly Project WithGateway = new() { Properties = { ["InkGateway"] = "gateways/public" } };

    [Fact]
    public void Routes_the_whole_host_by_the_gateway_of_the_project()
    {
        var spec = WithGateway.Spec(Route("shop.example.com"));

        Assert.Equal(new RouteSpec("shop.example.com", "/", "public", "gateways"), Assert.Single(spec.Routes));
        Assert.True(spec.IsExposed);
    }

    [Fact]
    public void What_is_written_is_taken_over() =>
        Assert.Equal(
            new RouteSpec("*.example.com", "/checkout", "internal", null),
            Assert.Single(WithGateway.Spec(Route("*.example.com", ("Path", "checkout"), ("Gateway", "internal"))).Routes));

    [Fact]
    public void Routes_come_in_the_order_of_host_and_path() =>
        Assert.Equal(
            ["a.com/", "a.com/x", "b.com/"],
            WithGateway.Spec(Route("b.com"), Route("a.com", ("Path", "/x")), Route("a.com")).Routes.Select(route => route.Host + route.Path));

    [Fact]
    public void An_override_without_a_path_speaks_of_every_path_of_the_host()
    {
        var spec = WithGateway.Spec(Route("a.com", ("Path", "/x")), Route("a.com", ("Path", "/y")), Route("a.com", ("Gateway", "dev/open")).In("dev"));

        Assert.Equal(["/x open", "/y open"], spec.Routes.Select(route => $"{route.Path} {route.Gateway}"));
    }

    [Fact]
    public void Without_a_gateway_there_is_nothing_to_route()
    {
        var route = Route("a.com");

        new Project().Finding(route).Blames(RuleCatalogue.MissingReference, route, "Gateway", "no Gateway is named", "InkGateway");
    }

    [Fact]
    public void The_gateway_follows_the_order_of_precedence()
    {
        var project = new Project { Properties = { ["InkGateway"] = "project" } };
        Assert.Equal("project", Gateway(project));

        project.Metadata["Gateway"] = "metadata";
        Assert.Equal("metadata", Gateway(project));
        Assert.Equal("attribute", Gateway(project, "attribute"));

        project.CommandLine["InkGateway"] = "command-line";
        Assert.Equal("command-line", Gateway(project, "attribute"));

        static string Gateway(Project project, string? written = null) =>
            project.Spec(written is null ? Route("a.com") : Route("a.com", ("Gateway", written))).Routes[0].Gateway;
    }

    [Fact]
    public void The_compiler_which_does_not_see_the_property_says_nothing() =>
        Assert.NotNull(new Project { KnowsAllMetadata = false }.Spec(Route("a.com")));

    [Fact]
    public void A_route_without_a_web_workload_is_an_error()
    {
        var route = Route("a.com");

        WithGateway.Finding(Worker("emails"), route).Blames(RuleCatalogue.MissingReference, route, null, "this app has none", "Add [assembly: Web], or remove the route");
    }

    [Theory]
    [InlineData("https://a.com")]
    [InlineData("A.com")]
    public void A_host_that_is_no_DNS_name_is_an_error(string host)
    {
        var route = Route(host);

        WithGateway.Finding(route).Blames(RuleCatalogue.InvalidName, route, "Host", $"\"{host}\" is not a DNS name");
    }

    [Theory]
    [InlineData("/a b")]
    [InlineData("/a//b")]
    [InlineData("/../etc")]
    [InlineData("/a%2Fb")]
    [InlineData("/a%zz")]
    [InlineData("/größe")]
    [InlineData("/a?b=c")]
    public void A_path_that_the_Gateway_API_refuses_is_an_error(string path)
    {
        var route = Route("a.com", ("Path", path));

        WithGateway.Finding(route).Blames(RuleCatalogue.EmptyArgument, route, "Path", "is not a path that a route takes", "/checkout");
    }

    [Theory]
    [InlineData("a/b/c")]
    [InlineData("Gateways/public")]
    [InlineData("/public")]
    [InlineData("gateways/")]
    public void A_gateway_that_no_object_can_be_is_an_error(string gateway)
    {
        var route = Route("a.com", ("Gateway", gateway));

        new Project().Finding(route).Blames(RuleCatalogue.InvalidName, route, "Gateway", $"\"{gateway}\" does not name a Gateway", "namespace/name");
    }

    [Fact]
    public void A_gateway_from_a_property_blames_the_property()
    {
        var project = new Project { Properties = { ["InkGateway"] = "My Gateway" } };

        project.Finding(Route("a.com")).Blames(RuleCatalogue.InvalidName, null, null, "InkGateway: \"My Gateway\"");
    }
}
