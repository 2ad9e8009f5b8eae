using Ink.Tasks.Errors;
using Ink.Tasks.Images;

namespace Ink.Tasks.Tests.Images;

public sealed class LocalEngineTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task The_engine_tells_by_its_exit_code_whether_it_has_an_image(string program, bool expected) =>
        Assert.Equal(expected, await new LocalEngine(program).HasAsync("shop:1", default));

    [Fact]
    public async Task An_engine_that_is_not_installed_is_INK4002()
    {
        var error = await Assert.ThrowsAsync<InkException>(() => new LocalEngine("no-such-engine").HasAsync("shop:1", default));
        Assert.Equal("INK4002", error.Code);
        Assert.Contains("not on the PATH", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_engine_than_the_SDK_knows_is_INK4002()
    {
        Assert.NotNull(LocalEngine.Of("podman"));
        Assert.Contains("Docker and Podman", Assert.Throws<InkException>(() => LocalEngine.Of("containerd")).Message, StringComparison.Ordinal);
    }
}
