using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class IngressErrorTests
{
    [Fact]
    public void An_ingress_without_a_web_workload_is_an_error()
    {
        var ingress = Ingress("shop.example.com");

        new Project().Finding(Worker("emails"), ingress).Blames(
            RuleCatalogue.MissingReference, ingress, null, "[Ingress(\"shop.example.com\")]", "this app has none", "Add [assembly: Web], or remove the ingress");
    }

    [Fact]
    public void Web_in_another_environment_does_not_help()
    {
        var ingress = Ingress("shop.example.com");

        new Project().Finding(Worker("emails"), Web().In("production"), ingress).Blames(RuleCatalogue.MissingReference, ingress, null);
    }

    [Theory]
    [InlineData("https://shop.example.com")]
    [InlineData("shop.example.com/checkout")]
    [InlineData("shop.example.com:8080")]
    [InlineData("Shop.Example.com")]
    [InlineData("shop_1.example.com")]
    public void A_host_that_is_no_DNS_name_is_an_error(string host)
    {
        var ingress = Ingress(host);

        new Project().Finding(ingress).Blames(RuleCatalogue.InvalidName, ingress, "Host", $"\"{host}\" is not a DNS name", "shop.example.com");
    }

    [Theory]
    [InlineData("/a b")]
    [InlineData("/a//b")]
    [InlineData("/../etc")]
    [InlineData("/a/.")]
    [InlineData("/a?b=c")]
    public void A_path_that_the_API_server_refuses_is_an_error(string path)
    {
        var ingress = Ingress("a.com", ("Path", path));

        new Project().Finding(ingress).Blames(RuleCatalogue.EmptyArgument, ingress, "Path", path, "/checkout");
    }

    [Fact]
    public void A_class_that_no_object_can_have_is_an_error()
    {
        var ingress = Ingress("a.com", ("Class", "My Class"));

        new Project().Finding(ingress).Blames(RuleCatalogue.InvalidName, ingress, "Class", "\"My Class\" cannot be the name of an IngressClass");
    }

    [Fact]
    public void A_class_from_a_property_blames_the_property()
    {
        var project = new Project { Properties = { ["InkIngressClass"] = "My Class" } };

        project.Finding(Ingress("a.com")).Blames(RuleCatalogue.InvalidName, null, null, "InkIngressClass: \"My Class\"");
    }

    [Fact]
    public void A_certificate_that_no_object_can_be_is_an_error()
    {
        var ingress = Ingress("a.com", ("TlsSecret", "../tls"));

        new Project().Finding(ingress).Blames(RuleCatalogue.InvalidName, ingress, "TlsSecret", "\"../tls\" cannot be the name of a Secret");
    }
}
