using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

/// <summary>AllowFrom and AllowTo.</summary>
public class PeerTests
{
    public static TheoryData<string, PeerSpec> Peers => new()
    {
        { "cart", new PeerSpec(null, "cart", null, null) },
        { "shop/cart", new PeerSpec("shop", "cart", null, null) },
        { "shop/*", new PeerSpec("shop", null, null, null) },
        { "10.0.0.0/8", new PeerSpec(null, null, "10.0.0.0/8", null) },
        { "2001:db8::/32", new PeerSpec(null, null, "2001:db8::/32", null) },
        { "any", new PeerSpec(null, null, null, null) },
        { "{app}", new PeerSpec(null, "checkout", null, null) },
    };

    [Fact]
    public void Nothing_is_narrowed_unless_declared()
    {
        var web = new Project().Spec().Web!;

        Assert.Empty(web.AllowFrom);
        Assert.Empty(web.AllowTo);
    }

    [Theory]
    [MemberData(nameof(Peers))]
    public void A_peer_is_an_app_a_namespace_addresses_or_anything(string text, PeerSpec expected)
    {
        Assert.Equal(expected, Assert.Single(new Project().Spec(AllowFrom(text)).Web!.AllowFrom));
        Assert.Equal(expected with { Port = 5432 }, Assert.Single(new Project().Spec(AllowTo(text, ("Port", 5432))).Web!.AllowTo));
        Assert.Equal(text == "any", expected.IsAny);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Cart")]
    [InlineData("*")]
    [InlineData("*/cart")]
    [InlineData("a/b/c")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.1")]
    [InlineData("https://cart")]
    public void Anything_else_is_an_error(string text)
    {
        var from = AllowFrom(text);
        var finding = new Project().Finding(from);

        if (text.Length > 0)
            finding.Blames(RuleCatalogue.InvalidName, from, "Peer", $"[AllowFrom(\"{text}\")]", "names nobody", "\"shop/cart\"", "\"any\"");
        else
            finding.Blames(RuleCatalogue.EmptyArgument, from, "Peer", "[AllowFrom] Peer is empty");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65536)]
    public void A_port_lies_between_1_and_65535(int port)
    {
        var to = AllowTo("cart", ("Port", port));

        new Project().Finding(to).Blames(RuleCatalogue.InvalidPort, to, "Port", $"{port} is not valid", "between 1 and 65535");
    }

    [Fact]
    public void A_peer_may_be_named_once_for_each_port() =>
        Assert.Equal([80, 443], new Project().Spec(AllowTo("cart", ("Port", 443)), AllowTo("cart", ("Port", 80))).Web!.AllowTo.Select(peer => peer.Port!.Value));

    [Fact]
    public void An_environment_adds_to_what_is_allowed_everywhere()
    {
        var spec = new Project().Spec(AllowFrom("cart"), AllowFrom("debugger").In("dev"), AllowFrom("nobody").In("production"));

        Assert.Equal(["cart", "debugger"], spec.Web!.AllowFrom.Select(peer => peer.App));
    }

    [Fact]
    public void A_workload_may_have_peers_of_its_own()
    {
        var spec = new Project().Spec(Web(), Worker("emails"), AllowTo("smtp", ("Port", 25)).For("emails"));

        Assert.Empty(spec.Web!.AllowTo);
        Assert.Single(spec.Workloads.Single(workload => workload.Name == "emails").AllowTo);
    }

    [Fact]
    public void Said_of_all_without_a_port_it_opens_no_worker()
    {
        var spec = new Project().Spec(Web(), Worker("emails"), AllowFrom("cart"));

        Assert.Single(spec.Web!.AllowFrom);
        Assert.Empty(spec.Workloads.Single(workload => workload.Name == "emails").AllowFrom);
    }

    [Fact]
    public void A_worker_that_it_names_needs_a_port()
    {
        var from = AllowFrom("cart").For("emails");

        new Project().Finding(Worker("emails"), from).Blames(RuleCatalogue.InvalidPort, from, null, "the workload \"emails\" serves no port by itself", "Write the Port");
        Assert.Equal(9000, Assert.Single(new Project().Workload("emails", Worker("emails"), AllowFrom("cart", ("Port", 9000)).For("emails")).AllowFrom).Port);
    }
}
