using System.Net;
using Ink.Tasks.Errors;
using Ink.Tasks.Registry;
using static Ink.Tasks.Tests.Registry.FakeRegistry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>What registries answer for a repository that the first push is going to make.</summary>
public sealed class NewRepositoryTests
{
    private const string Denied = """{"errors":[{"code":"DENIED","message":"requested access to the resource is denied"}]}""";

    [Theory]
    [InlineData("Basic realm=\"x\"", HttpStatusCode.NotFound, "NAME_UNKNOWN")] // ECR
    [InlineData("Basic realm=\"x\"", HttpStatusCode.Forbidden, "DENIED")]
    [InlineData("Bearer realm=\"https://auth.example/token\"", HttpStatusCode.Forbidden, "DENIED")] // GHCR, Harbor
    [InlineData("Bearer realm=\"https://auth.example/token\"", HttpStatusCode.Unauthorized, "UNAUTHORIZED")] // Docker Hub
    public async Task Before_the_first_push_a_denied_look_up_is_none_where_credentials_were_accepted(string challenge, HttpStatusCode status, string code)
    {
        using var registry = Registry(challenge, status, code);
        WithCredentials(registry);
        using var client = new RegistryClient("registry.example", registry.Options);

        Assert.Null(await client.ResolveDigestAsync(Image, CancellationToken.None, mayBeNew: true));
    }

    [Theory]
    [InlineData("Basic realm=\"x\"", HttpStatusCode.Forbidden)]
    [InlineData("Bearer realm=\"https://auth.example/token\"", HttpStatusCode.Unauthorized)]
    public async Task After_the_push_it_is_an_error(string challenge, HttpStatusCode status)
    {
        using var registry = Registry(challenge, status, "DENIED");
        WithCredentials(registry);
        using var client = new RegistryClient("registry.example", registry.Options);

        Assert.Equal("INK4002", (await Assert.ThrowsAsync<InkException>(() => client.ResolveDigestAsync(Image, CancellationToken.None))).Code);
    }

    [Theory]
    [InlineData("Basic realm=\"x\"", HttpStatusCode.Unauthorized, true)] // A wrong password.
    [InlineData("Bearer realm=\"https://auth.example/token\"", HttpStatusCode.Forbidden, false)]
    public async Task Without_accepted_credentials_it_is_an_error_as_ever(string challenge, HttpStatusCode status, bool withCredentials)
    {
        using var registry = Registry(challenge, status, "UNAUTHORIZED");
        if (withCredentials) WithCredentials(registry);
        using var client = new RegistryClient("registry.example", registry.Options);

        Assert.Equal("INK4002", (await Assert.ThrowsAsync<InkException>(() => client.ResolveDigestAsync(Image, CancellationToken.None, mayBeNew: true))).Code);
    }

    private static ImageReference Image => new("registry.example", "shop", "1");

    private static void WithCredentials(FakeRegistry registry)
    {
        registry.Variables["DOTNET_CONTAINER_REGISTRY_UNAME"] = "ada";
        registry.Variables["DOTNET_CONTAINER_REGISTRY_PWORD"] = "s3cret-word";
    }

    private static FakeRegistry Registry(string challenge, HttpStatusCode status, string code) => new(request =>
    {
        if (request.RequestUri!.Host == "auth.example") return Respond(HttpStatusCode.OK, """{"token":"t"}""");
        if (request.Headers.Authorization is null) return Challenge(challenge);
        var body = Denied.Replace("DENIED", code, StringComparison.Ordinal);
        return status == HttpStatusCode.Unauthorized ? Respond(status, body, ("WWW-Authenticate", challenge)) : Respond(status, body);
    });
}
