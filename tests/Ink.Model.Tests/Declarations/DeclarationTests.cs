using Ink.Model.Declarations;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Declarations;

public class DeclarationTests
{
    [Fact]
    public void Is_shown_as_it_stands_in_source()
    {
        Assert.Equal("[Web]", Web(("Port", 80)).Display);
        Assert.Equal("[Ingress(\"shop.example.com\")]", Ingress("shop.example.com", ("Path", "/a")).Display);
        Assert.Equal("[Worker<OrderWorker>]", WorkerOf("OrderWorker").Display);
        Assert.Equal("[Worker<OrderWorker>(\"orders\")]", WorkerOf("OrderWorker", ("Name", "orders")).Display);
    }

    [Fact]
    public void Never_shows_a_value() => Assert.Equal("[EnvironmentVariable(\"X\")]", Variable("X", "hunter2").Display);

    [Theory]
    [InlineData("OrderWorker", "OrderWorker")]
    [InlineData("global::OrderWorker", "OrderWorker")]
    [InlineData("global::Shop.Orders.OrderWorker", "OrderWorker")]
    [InlineData("global::Shop.Outer+Inner", "Inner")]
    [InlineData("global::Shop.Worker<global::Shop.Order>", "Worker")]
    public void A_type_is_shown_by_its_own_name(string type, string simple) => Assert.Equal(simple, TypeName.Simple(type));

    [Fact]
    public void What_was_not_written_is_absent()
    {
        Assert.Null(Web()["Port"]);
        Assert.Null(Web(("Port", 80)).TextOf("Port"));
        Assert.Equal(new ArgumentValue.Number(80), Web(("Port", 80))["Port"]);
    }

    [Fact]
    public void Every_attribute_is_found_by_its_name()
    {
        Assert.All(AttributeKind.All, kind => Assert.Same(kind, AttributeKind.Find(kind.Name)));
        Assert.Null(AttributeKind.Find("web"));
    }
}
