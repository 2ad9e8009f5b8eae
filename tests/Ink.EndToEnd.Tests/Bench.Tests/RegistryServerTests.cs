using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.BenchTests;

public sealed class RegistryServerTests(ITestOutputHelper output) : Scenario(output)
{
    [Fact]
    public async Task The_registry_holds_a_base_image_that_names_its_user_and_port()
    {
        var registry = await Bench.Registry;

        Assert.Contains("10.0", await registry.Client.Tags("dotnet/aspnet"));
        Assert.StartsWith("sha256:", await registry.Client.DigestOf("dotnet/aspnet", "10.0"), StringComparison.Ordinal);
        var environment = (await registry.Client.Configuration("dotnet/aspnet", "10.0"))["config"]!["Env"]!.AsArray()
            .Select(variable => (string)variable!).ToArray();
        // The .NET SDK takes the image's user from this variable.
        Assert.Contains("APP_UID=1654", environment);
        Assert.Contains("ASPNETCORE_HTTP_PORTS=8080", environment);
    }

    [Fact]
    public async Task The_registry_knows_no_tag_that_nobody_pushed()
    {
        var registry = await Bench.Registry;

        Assert.Null(await registry.Client.DigestOf("nobody/pushed", "this"));
        Assert.Empty(await registry.Client.Tags("nobody/pushed"));
    }

    [Fact]
    public async Task The_registry_answers_with_credentials_only()
    {
        var registry = Own(await RegistryServer.Start(Transcript, withPassword: true));

        Assert.NotNull(await registry.Client.DigestOf("dotnet/aspnet", "10.0"));
        using var stranger = new RegistryClient(registry.Host, credentials: null);
        Assert.False(await stranger.Answers());
        using var impostor = new RegistryClient(registry.Host, RegistryServer.User with { Password = "wrong" });
        Assert.False(await impostor.Answers());
    }
}
