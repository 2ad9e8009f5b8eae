using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class IngressTests
{
    private const string Alb = "alb.ingress.kubernetes.io/";

    [Fact]
    public void Each_class_has_an_object_and_the_first_the_apps_name()
    {
        var ingresses = Apps.Rich().Objects().OfType<V1Ingress>();
        Assert.Equal(
            [("checkout", "internal"), ("checkout-shared", "shared")],
            ingresses.Select(ingress => (ingress.Metadata.Name, ingress.Spec.IngressClassName)));
    }

    [Fact]
    public void Rules_are_grouped_by_host_and_sorted()
    {
        var app = With(Rule("b.example.com", "/z"), Rule("a.example.com", "/"), Rule("b.example.com", "/a"));

        var rules = app.The<V1Ingress>().Spec.Rules;

        Assert.Equal(["a.example.com", "b.example.com"], rules.Select(rule => rule.Host));
        Assert.Equal(["/a", "/z"], rules[1].Http.Paths.Select(path => path.Path));
        Assert.All(rules.SelectMany(rule => rule.Http.Paths), path =>
            Assert.Equal(("hello", "http"), (path.Backend.Service.Name, path.Backend.Service.Port.Name)));
    }

    [Fact]
    public void The_load_balancer_targets_pods_and_probes_readiness()
    {
        var ingress = With(Rule("a.example.com", "/")).WithWeb(web => web with { Health = Apps.HttpHealth }).The<V1Ingress>();
        Assert.Equal("ip", ingress.Annotation(Alb + "target-type"));
        Assert.Equal("/health/ready", ingress.Annotation(Alb + "healthcheck-path"));
        Assert.Null(ingress.Annotation(Alb + "success-codes"));
    }

    [Fact]
    public void An_app_without_health_endpoints_is_healthy_when_it_answers_at_all()
    {
        var ingress = With(Rule("a.example.com", "/")).The<V1Ingress>();
        Assert.Null(ingress.Annotation(Alb + "healthcheck-path"));
        Assert.Equal("200-499", ingress.Annotation(Alb + "success-codes"));
    }

    [Fact]
    public void A_certificate_is_found_by_host_unless_a_secret_is_named()
    {
        var app = With(
            Rule("b.example.com", "/"), Rule("a.example.com", "/"), Rule("a.example.com", "/x"),
            Rule("c.example.com", "/") with { TlsSecret = "c-tls" });

        var tls = app.The<V1Ingress>().Spec.Tls;

        Assert.Equal([null, "c-tls"], tls.Select(entry => entry.SecretName));
        Assert.Equal(["a.example.com", "b.example.com"], tls[0].Hosts);
        Assert.Equal(["c.example.com"], tls[1].Hosts);
    }

    [Fact]
    public void A_plain_rule_never_opens_a_plain_listener_for_a_host_with_tls()
    {
        var app = With(Rule("safe.example.com", "/"), Rule("plain.example.com", "/") with { Tls = false });

        var safe = app.The<V1Ingress>("hello");
        var plain = app.The<V1Ingress>("hello-http");

        Assert.Equal("""[{"HTTPS":443}]""", safe.Annotation(Alb + "listen-ports"));
        Assert.Equal("""[{"HTTP":80}]""", plain.Annotation(Alb + "listen-ports"));
        Assert.Equal("plain.example.com", plain.Spec.Rules.Single().Host);
        Assert.Null(plain.Spec.Tls);
    }

    [Fact]
    public void Without_tls_at_all_the_object_has_the_apps_name() =>
        Assert.Equal("hello", With(Rule("a.example.com", "/") with { Tls = false }).The<V1Ingress>().Metadata.Name);

    [Fact]
    public void A_long_class_still_gives_names_that_fit_and_differ()
    {
        var first = new string('x', 70) + "-1";
        var second = new string('x', 70) + "-2";
        var names = With(Rule("a.example.com", "/"), Rule("b.example.com", "/") with { Class = first }, Rule("c.example.com", "/") with { Class = second })
            .Objects().OfType<V1Ingress>().Select(ingress => ingress.Metadata.Name).ToList();

        Assert.All(names, name => Assert.True(name.Length <= 63, name));
        Assert.Equal(3, names.Distinct().Count());
    }

    [Fact]
    public void Ingresses_of_a_class_share_the_balancer_of_its_name()
    {
        var app = With(Rule("a.example.com", "/"), Rule("b.example.com", "/") with { Tls = false }, Rule("c.example.com", "/") with { Class = "edge.public" });

        Assert.Equal(
            ["hello edge.public", "hello-shared shared", "hello-shared-http shared"],
            app.Objects().OfType<V1Ingress>().Select(ingress => $"{ingress.Metadata.Name} {ingress.Annotation(Alb + "group.name")}"));
    }

    [Fact]
    public void A_group_has_63_characters_at_most_whatever_the_class_has()
    {
        var longest = $"{new string('a', 53)}.{new string('b', 30)}";
        var names = Apps.List($"{longest}x", $"{longest}y")
            .Select(name => With(Rule("a.example.com", "/") with { Class = name }))
            .Select(app => app.The<V1Ingress>().Annotation(Alb + "group.name")!)
            .ToList();

        Assert.All(names, name => Assert.Matches("^[a-z0-9][-a-z0-9.]{0,61}[a-z0-9]$", name));
        Assert.NotEqual(names[0], names[1]);
    }

    private static IngressSpec Rule(string host, string path) => new(host, path, "Prefix", "shared", true, null);

    private static AppSpec With(params IngressSpec[] rules) => Apps.Minimal() with { Ingresses = Apps.List(rules) };
}
