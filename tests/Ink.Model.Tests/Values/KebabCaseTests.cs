using CsCheck;
using Ink.Model.Values;

namespace Ink.Model.Tests.Values;

public class KebabCaseTests
{
    [Theory]
    [InlineData("Checkout", "checkout")]
    [InlineData("OrderWorker", "order-worker")]
    [InlineData("Shop.CheckoutApi", "shop-checkout-api")]
    [InlineData("HTTPServer", "http-server")]
    [InlineData("OrdersHTTP", "orders-http")]
    [InlineData("Net10App", "net10-app")]
    [InlineData("already-kebab", "already-kebab")]
    [InlineData("snake_case", "snake-case")]
    [InlineData("a  b", "a-b")]
    [InlineData("--a--b--", "a-b")]
    [InlineData("../../etc", "etc")]
    [InlineData("a;rm -rf", "a-rm-rf")]
    [InlineData("Žlutý.Kůň", "lut-k")]
    [InlineData("IDENTITY", "identity")]
    public void Makes_a_label_of_a_name(string name, string label) => Assert.Equal(label, KebabCase.From(name));

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("日本")]
    public void Is_empty_where_nothing_fits(string name) => Assert.Equal("", KebabCase.From(name));

    [Fact]
    public void Is_a_label_or_empty_or_too_long_whatever_the_name() =>
        Gen.String.Sample(name =>
        {
            var label = KebabCase.From(name);
            return label.Length is 0 or > KubernetesName.MaxLabelLength || KubernetesName.IsLabel(label);
        });

    [Fact]
    public void Leaves_its_own_result_alone() =>
        Gen.String.Sample(name => KebabCase.From(KebabCase.From(name)) == KebabCase.From(name));
}
