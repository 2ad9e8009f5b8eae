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
}
