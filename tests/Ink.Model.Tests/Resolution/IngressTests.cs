using Ink.Model.Declarations;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class IngressTests
{
    [Fact]
    public void Serves_the_whole_host_over_TLS_by_the_shared_class() =>
        Assert.Equal(
            new IngressSpec("shop.example.com", "/", "Prefix", "shared", Tls: true, TlsSecret: null),
            Assert.Single(new Project().Spec(Ingress("shop.example.com")).Ingresses));

    [Fact]
    public void What_is_written_is_taken_over() =>
        Assert.Equal(
            new IngressSpec("*.example.com", "/checkout", "Exact", "internal", Tls: false, TlsSecret: "shop-tls"),
            Assert.Single(new Project().Spec(Ingress("*.example.com", ("Path", "checkout"), ("PathType", "Exact"), ("Class", "internal"), ("Tls", false), ("TlsSecret", "shop-tls"))).Ingresses));

    [Fact]
    public void Rules_come_in_the_order_of_host_and_path() =>
        Assert.Equal(["a.com/", "a.com/x", "b.com/"], Paths(new Project(), Ingress("b.com"), Ingress("a.com", ("Path", "/x")), Ingress("a.com")));

    [Fact]
    public void An_override_names_host_and_path()
    {
        var spec = new Project().Spec(
            Ingress("a.com", ("Path", "/x")),
            Ingress("a.com", ("Path", "/y")),
            Ingress("a.com", ("Path", "y"), ("Class", "internal")).In("dev"));

        Assert.Equal(["/x shared", "/y internal"], spec.Ingresses.Select(ingress => $"{ingress.Path} {ingress.Class}"));
    }

    [Fact]
    public void An_override_without_a_path_speaks_of_every_path_of_the_host()
    {
        var spec = new Project().Spec(
            Ingress("a.com", ("Path", "/x")),
            Ingress("a.com", ("Path", "/y"), ("Tls", true)),
            Ingress("b.com"),
            Ingress("a.com", ("Tls", false)).In("dev"));

        Assert.Equal(["a.com/x False", "a.com/y False", "b.com/ True"], spec.Ingresses.Select(ingress => $"{ingress.Host}{ingress.Path} {ingress.Tls}"));
    }

    [Fact]
    public void An_override_is_found_by_what_the_host_comes_to()
    {
        var project = new Project { Metadata = { ["Domain"] = "example.com" } };

        Assert.Equal(["shop.example.com/"], Paths(project, Ingress("shop.{domain}"), Ingress("shop.example.com", ("Class", "internal")).In("dev")));
    }

    [Fact]
    public void An_override_with_a_new_path_adds_a_rule() =>
        Assert.Equal(["a.com/", "a.com/debug"], Paths(new Project(), Ingress("a.com"), Ingress("a.com", ("Path", "/debug")).In("dev")));

    [Fact]
    public void Two_for_one_environment_that_share_a_host_are_two_rules() =>
        Assert.Equal(["a.com/", "a.com/debug"], Paths(new Project(), Ingress("a.com").In("dev"), Ingress("a.com", ("Path", "/debug")).In("dev")));

    [Fact]
    public void Routes_to_the_default_web_workload_of_an_app_that_declares_none() =>
        Assert.NotNull(new Project().Spec(Ingress("a.com")).Web);

    private static IEnumerable<string> Paths(Project project, params IEnumerable<Declaration> declarations) =>
        project.Spec(declarations).Ingresses.Select(ingress => ingress.Host + ingress.Path);
}
