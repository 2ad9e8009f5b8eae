using Ink.Model.Values;

namespace Ink.Model.Tests.Values;

public class PlaceholderLeftTests
{
    [Theory]
    [InlineData("shop.{domain}", "{domain}")]
    [InlineData("{a}-{b}", "{a}")]
    [InlineData("{{domain}}", "{{domain}}")]
    [InlineData("shop.example.com", null)]
    [InlineData("{}", null)]
    [InlineData("{ x }", null)]
    [InlineData("{1}", null)]
    public void What_is_left_is_found(string text, string? left) => Assert.Equal(left, Placeholder.LeftIn(text));
}
