using Ink.Tasks.Errors;

namespace Ink.Tasks.Tests.Releases;

public sealed class SelectTargetFrameworkTests
{
    [Theory]
    [InlineData("net8.0;net10.0;net9.0", "net10.0")]
    [InlineData(" net8.0 ;; net9.0 ", "net9.0")]
    [InlineData("netstandard2.0;net8.0", "net8.0")]
    [InlineData("net472;net8.0", "net8.0")]
    [InlineData("net10.0", "net10.0")]
    public void The_newest_framework_is_deployed(string targetFrameworks, string expected) =>
        Assert.Equal(expected, SelectTargetFramework.Newest(targetFrameworks));

    [Theory]
    [InlineData(null, "net10.0")]
    [InlineData("", "net10.0")]
    [InlineData("net8.0", "net8.0")]
    public void The_framework_that_is_asked_for_wins(string? requested, string expected) =>
        Assert.Equal(expected, SelectTargetFramework.Select("net8.0;net10.0", requested));

    [Fact]
    public void A_framework_that_the_project_has_not_got_is_an_error_that_names_those_it_has()
    {
        var exception = Assert.Throws<InkException>(() => SelectTargetFramework.Select("net8.0;net10.0", "net9.0"));

        Assert.Equal("INK4000", exception.Code);
        Assert.Contains("\"net9.0\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains("net8.0, net10.0", exception.Message, StringComparison.Ordinal);
    }
}
