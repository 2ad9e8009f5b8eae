using Ink.Model.Values;

namespace Ink.Model.Tests.Values;

public class NumberOrPercentTests
{
    [Theory]
    [InlineData("0", 0, false)]
    [InlineData("2", 2, false)]
    [InlineData("99999", 99999, false)]
    [InlineData("0%", 0, true)]
    [InlineData("100%", 100, true)]
    public void Reads_numbers_and_percentages(string text, int value, bool isPercent) =>
        Assert.Equal(new NumberOrPercent(value, isPercent), NumberOrPercent.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("101%")]
    [InlineData("50 %")]
    [InlineData("%")]
    [InlineData("half")]
    [InlineData("1\n")]
    [InlineData("٣")]
    public void Reads_nothing_else(string text) => Assert.Null(NumberOrPercent.Parse(text));

    [Theory]
    [InlineData("2", 10, 2)]
    [InlineData("50%", 10, 5)]
    [InlineData("50%", 3, 2)]
    [InlineData("1%", 3, 1)]
    [InlineData("0%", 3, 0)]
    public void A_percentage_of_pods_is_rounded_up(string text, int pods, int expected) =>
        Assert.Equal(expected, NumberOrPercent.Parse(text)!.Of(pods));
}
