using System.Globalization;
using Ink.Model.Values;

namespace Ink.Model.Tests.Values;

public class QuantityTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("2", "2")]
    [InlineData("1.5", "1.5")]
    [InlineData("1.", "1")]
    [InlineData(".5", "0.5")]
    [InlineData("250m", "0.25")]
    [InlineData("5u", "0.000005")]
    [InlineData("5n", "0.000000005")]
    [InlineData("1k", "1000")]
    [InlineData("1M", "1000000")]
    [InlineData("1G", "1000000000")]
    [InlineData("1T", "1000000000000")]
    [InlineData("1P", "1000000000000000")]
    [InlineData("1E", "1000000000000000000")]
    [InlineData("1Ki", "1024")]
    [InlineData("256Mi", "268435456")]
    [InlineData("1.5Gi", "1610612736")]
    [InlineData("1Ti", "1099511627776")]
    [InlineData("1Pi", "1125899906842624")]
    [InlineData("1Ei", "1152921504606846976")]
    [InlineData("1e3", "1000")]
    [InlineData("1E3", "1000")]
    [InlineData("12e-1", "1.2")]
    public void Reads_every_unit_of_Kubernetes(string text, string value) =>
        Assert.Equal(new Quantity(text, decimal.Parse(value, CultureInfo.InvariantCulture)), Quantity.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-1")]
    [InlineData("1 Gi")]
    [InlineData("1Gi\n")]
    [InlineData("256MB")]
    [InlineData("256mi")]
    [InlineData("1K")]
    [InlineData("1g")]
    [InlineData("1,5")]
    [InlineData("1.5.5")]
    [InlineData(".")]
    [InlineData("Mi")]
    [InlineData("0x10")]
    [InlineData("1e")]
    [InlineData("1e300")]
    [InlineData("١Gi")]
    [InlineData("lots")]
    public void Takes_nothing_else(string text) => Assert.Null(Quantity.Parse(text));

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("7Ei")]
    [InlineData("9E")]
    public void Reads_up_to_64_bits(string text) => Assert.NotNull(Quantity.Parse(text));

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("8Ei")]
    [InlineData("10E")]
    [InlineData("1e28")]
    [InlineData("99999999999999999999999999999Ei")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("111111111111111111111111111111111111111111111")]
    public void Refuses_what_leaves_64_bits(string text) => Assert.Null(Quantity.Parse(text));

    [Fact]
    public void Compares_amounts_and_keeps_the_text()
    {
        var (milli, one, two) = (Quantity.Parse("1000m")!, Quantity.Parse("1")!, Quantity.Parse("2")!);

        Assert.Equal("1000m", milli.Text);
        Assert.Equal(0, milli.CompareTo(one));
        Assert.True(milli >= one && milli <= one);
        Assert.True(one < two && two > one);
        Assert.True(one.CompareTo(null) > 0);
        Assert.True(Quantity.Parse("1G")! < Quantity.Parse("1Gi")!);
    }
}
