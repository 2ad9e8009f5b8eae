using System.Net;
using System.Security.Cryptography;
using System.Text;
using Ink.Tasks.Errors;
using static Ink.Tasks.Tests.Registry.FakeRegistry;

namespace Ink.Tasks.Tests.Registry;

public sealed class RegistryClientTests
{
    [Fact]
    public async Task A_tag_is_resolved_with_one_HEAD_request()
    {
        using var registry = new FakeRegistry(_ => Found());

        Assert.Equal(Digest, await registry.ResolveAsync());
        Assert.Equal("HEAD https://registry.example/v2/shop/manifests/1", Assert.Single(registry.Requests).Line);
    }

    [Fact]
    public async Task Without_a_digest_header_the_digest_is_computed_from_the_manifest()
    {
        const string Manifest = $$"""{"schemaVersion":2,"config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"{{Digest}}","size":2},"layers":[]}""";
        using var registry = new FakeRegistry(request => Respond(HttpStatusCode.OK, request.Method == HttpMethod.Get ? Manifest : ""));

        Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Manifest)))}", await registry.ResolveAsync());
    }

    [Fact]
    public async Task An_absent_tag_is_null()
    {
        using var registry = new FakeRegistry(_ => Unknown());

        Assert.Null(await registry.ResolveAsync());
    }

    [Fact]
    public async Task A_404_of_something_that_is_no_registry_is_INK4002()
    {
        using var registry = new FakeRegistry(_ => Respond(HttpStatusCode.NotFound, "<html>not found</html>"));

        var error = await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync());

        Assert.Equal("INK4002", error.Code);
        Assert.Contains("does not answer as a registry", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("md5:123")]
    [InlineData("sha256:ABC")]
    public async Task A_malformed_digest_header_is_INK4006(string digest)
    {
        using var registry = new FakeRegistry(_ => Respond(HttpStatusCode.OK, "", ("Docker-Content-Digest", digest)));

        Assert.Equal("INK4006", (await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync())).Code);
    }

    [Theory]
    [InlineData("<html>please log in</html>")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("")]
    [InlineData("""{"schemaVersion":1,"fsLayers":[]}""")]
    [InlineData("""{"schemaVersion":2}""")]
    [InlineData("""{"schemaVersion":2,"manifests":[{"mediaType":"x","digest":"../../x","size":1}]}""")]
    [InlineData("""{"schemaVersion":2,"manifests":[null]}""")]
    [InlineData("""{"schemaVersion":2,"config":{"mediaType":"x","digest":7,"size":"1"},"layers":[]}""")]
    public async Task A_body_that_is_no_manifest_is_INK4006(string body)
    {
        using var registry = new FakeRegistry(_ => Respond(HttpStatusCode.OK, body));

        Assert.Equal("INK4006", (await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync())).Code);
    }

    [Fact]
    public async Task Another_digest_than_the_one_asked_for_is_INK4006()
    {
        using var registry = new FakeRegistry(_ => Found());

        var error = await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync($"registry.example/shop@sha256:{new string('1', 64)}"));

        Assert.Equal("INK4006", error.Code);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_busy_registry_is_asked_again(HttpStatusCode status)
    {
        var calls = 0;
        using var registry = new FakeRegistry(_ => ++calls < 3 ? Respond(status, "", ("Retry-After", "0")) : Found());

        Assert.Equal(Digest, await registry.ResolveAsync());
        Assert.Equal(3, registry.Requests.Count);
    }

    [Fact]
    public async Task A_registry_that_stays_broken_is_INK4002_after_a_few_tries()
    {
        using var registry = new FakeRegistry(_ => Respond(HttpStatusCode.InternalServerError));

        var error = await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync());

        Assert.Equal("INK4002", error.Code);
        Assert.Contains("500", error.Message, StringComparison.Ordinal);
        Assert.Equal(12, registry.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_tried_again_and_then_INK4002()
    {
        using var registry = new FakeRegistry(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"));

        var error = await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync());

        Assert.Equal("INK4002", error.Code);
        Assert.Contains("registry.example", error.Message, StringComparison.Ordinal);
        Assert.Equal(6, registry.Requests.Count);
    }

    [Theory]
    [InlineData("localhost:5000/shop:1", null, true)]
    [InlineData("127.0.0.1:5000/shop:1", null, false)]
    [InlineData("127.0.0.1:5000/shop:1", "other:1; 127.0.0.1:5000 ", true)]
    [InlineData("registry.example/shop:1", "Registry.Example", true)]
    [InlineData("registry.example:5000/shop:1", "registry.example", false)]
    public async Task Plain_http_is_used_only_where_the_registry_is_named_insecure(string reference, string? named, bool allowed)
    {
        using var registry = new FakeRegistry(request => request.RequestUri!.Scheme == "http"
            ? Found()
            : throw new HttpRequestException(HttpRequestError.SecureConnectionError, "not TLS"));
        registry.Variables["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = named;

        if (allowed)
        {
            Assert.Equal(Digest, await registry.ResolveAsync(reference));
            return;
        }

        var error = await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync(reference));
        Assert.Contains("DOTNET_CONTAINER_INSECURE_REGISTRIES", error.Message, StringComparison.Ordinal);
        Assert.All(registry.Requests, request => Assert.Contains("https://", request.Line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Docker_Hub_is_asked_at_its_own_address()
    {
        using var registry = new FakeRegistry(_ => Found());

        await registry.ResolveAsync("redis:7");

        Assert.Equal("HEAD https://registry-1.docker.io/v2/library/redis/manifests/7", registry.Requests[0].Line);
    }

    [Fact]
    public async Task A_cancelled_call_is_a_cancellation_and_no_error()
    {
        using var registry = new FakeRegistry(_ => Found());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => registry.ResolveAsync(cancellationToken: new CancellationToken(canceled: true)));
    }
}
