using Ink.Manifests.Networking;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Yaml;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class RouteTests
{
    [Fact]
    public void A_route_leads_from_the_gateway_to_the_port_of_the_service()
    {
        var app = With(Route("shop.example.com", "/checkout")).WithWeb(web => web with { Port = 5000 });
        var route = app.The<HttpRoute>();

        Assert.Equal("hello", route.Metadata.Name);
        Assert.Equal("1", route.Annotation("argocd.argoproj.io/sync-wave"));
        Assert.Equal(new ParentReference("public", "gateways"), route.Spec.ParentRefs.Single());
        Assert.Equal("shop.example.com", route.Spec.Hostnames.Single());
        Assert.Equal(new HttpRouteMatch(new HttpPathMatch("/checkout")), route.Spec.Rules.Single().Matches.Single());
        Assert.Equal(new BackendReference("hello", 5000), route.Spec.Rules.Single().BackendRefs.Single());
    }

    [Fact]
    public void What_the_API_server_would_fill_in_is_written()
    {
        var yaml = ManifestYaml.Write(With(Route("shop.example.com", "/")).The<HttpRoute>());

        Assert.All(
            ["group: gateway.networking.k8s.io\n", "kind: Gateway\n", "group: \"\"\n", "kind: Service\n", "weight: 1\n", "type: PathPrefix\n"],
            field => Assert.Contains(field, yaml, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_host_has_an_object_and_the_first_the_apps_name()
    {
        var app = With(Route("b.example.com", "/z"), Route("a.example.com", "/"), Route("b.example.com", "/a"));
        var routes = app.Objects().OfType<HttpRoute>().ToList();

        Assert.Equal(["hello a.example.com", "hello-b-example-com b.example.com"], routes.Select(route => $"{route.Metadata.Name} {route.Spec.Hostnames.Single()}"));
        Assert.Equal(["/a", "/z"], routes[1].Spec.Rules.Single().Matches.Select(match => match.Path.Value));
    }

    [Fact]
    public void Hosts_and_gateways_that_look_alike_give_names_that_differ()
    {
        var app = With(
            Route("a.com", "/"), Route("b.com", "/"), Route("*.b.com", "/"), Route("x-y.com", "/"), Route("x.y.com", "/"),
            Route("c.com", "/"), Route("c.com", "/x") with { Gateway = "internal" }, Route($"{new string('l', 63)}.com", "/"));
        var names = app.Objects().OfType<HttpRoute>().Select(route => route.Metadata.Name).ToList();

        Assert.Equal(8, names.Distinct().Count());
        Assert.All(names, name => Assert.True(name.Length <= 63, name));
    }

    [SkippableFact]
    public void Many_paths_are_split_as_the_API_asks()
    {
        Schemas.SkipIfAbsent();
        var route = With([.. Enumerable.Range(0, 130).Select(i => Route("a.com", $"/{i}"))]).The<HttpRoute>();

        Assert.Equal([64, 64, 2], route.Spec.Rules.Select(rule => rule.Matches.Count));
        Assert.Empty(Schemas.Validate(ManifestYaml.Write(route)));
    }

    [Fact]
    public void A_gateway_in_the_apps_namespace_needs_no_namespace() =>
        Assert.DoesNotContain("    namespace:", ManifestYaml.Write(With(Route("a.com", "/") with { GatewayNamespace = null }).The<HttpRoute>()), StringComparison.Ordinal);

    [Fact]
    public void A_route_opens_the_port_as_an_ingress_does()
    {
        var app = With(Route("a.com", "/")).WithWeb(web => web with { Health = Apps.HttpHealth with { Port = 9090 } });
        var rule = app.The<V1NetworkPolicy>().Spec.Ingress.Single();

        Assert.Null(rule.FromProperty);
        Assert.Equal(["8080", "9090"], rule.Ports.Select(port => port.Port.Value));
    }

    private static RouteSpec Route(string host, string path) => new(host, path, "public", "gateways");

    private static AppSpec With(params RouteSpec[] routes) => Apps.Minimal() with { Routes = Apps.List(routes) };
}
