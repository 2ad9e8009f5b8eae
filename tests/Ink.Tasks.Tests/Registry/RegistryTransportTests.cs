using System.Net;
using System.Net.Sockets;
using Ink.Tasks.Errors;
using Ink.Tasks.Registry;
using static Ink.Tasks.Tests.Registry.FakeRegistry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>Waits, time limits, and who gets to see the Authorization header.</summary>
public sealed class RegistryTransportTests
{
    [Fact]
    public async Task A_registry_that_asks_for_a_longer_wait_than_a_deploy_should_hang_is_not_waited_for()
    {
        using var registry = new FakeRegistry(_ => Respond(HttpStatusCode.TooManyRequests, "", ("Retry-After", "3600")));

        var error = await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync());

        Assert.Equal("INK4002", error.Code);
        Assert.Contains("status 429", error.Message, StringComparison.Ordinal);
        Assert.Contains("asks to wait 3600 s", error.Message, StringComparison.Ordinal);
        Assert.Single(registry.Requests);
    }

    [Fact]
    public async Task The_wait_that_a_registry_asks_for_is_kept()
    {
        var calls = 0;
        using var registry = new FakeRegistry(_ => ++calls == 1 ? Respond(HttpStatusCode.ServiceUnavailable, "", ("Retry-After", "1")) : Found());
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        Assert.Equal(Digest, await registry.ResolveAsync());

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0.95, 20);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        using var registry = new FakeRegistry(_ =>
        {
            stop.CancelAfter(TimeSpan.FromMilliseconds(20));
            return Respond(HttpStatusCode.ServiceUnavailable, "", ("Retry-After", "25"));
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => registry.ResolveAsync(cancellationToken: stop.Token));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_INK4002_in_time()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var host = $"127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}";
        using var client = new RegistryClient(host, RegistryServer.OptionsFor(host) with { Timeout = TimeSpan.FromMilliseconds(100), Retries = 1 });

        var error = await Assert.ThrowsAsync<InkException>(() => client.Manifests.ResolveAsync("shop", "1", CancellationToken.None));

        Assert.Equal("INK4002", error.Code);
        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_the_handler_gives_up_on_is_tried_again_and_then_INK4002()
    {
        // The form in which SocketsHttpHandler tells that its ConnectTimeout is over.
        using var registry = new FakeRegistry(_ => throw new TaskCanceledException("The operation was canceled.", new TimeoutException("A connection could not be established.")));

        var error = await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync());

        Assert.Equal("INK4002", error.Code);
        Assert.Equal(6, registry.Requests.Count);
    }

    [Fact]
    public async Task A_blob_that_stops_coming_is_INK4002()
    {
        var blob = OciDescriptor.Of("x", new byte[100]);
        using var registry = new FakeRegistry(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new StandingStream()) });
        using var client = new RegistryClient("registry.example", registry.Options with { LongestStandstill = TimeSpan.FromMilliseconds(50), Retries = 1 });

        var error = await Assert.ThrowsAsync<InkException>(() => client.Blobs.ReadAsync("shop", blob, CancellationToken.None));

        Assert.Equal("INK4002", error.Code);
        Assert.Contains("stands still after 0 of 100 bytes", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, registry.Requests.Count);
    }

    [Fact]
    public async Task The_store_that_blobs_are_redirected_to_never_sees_the_authorization_header_not_even_when_it_redirects_itself()
    {
        var blob = OciDescriptor.Of("x", "content"u8);
        using var registry = Authorized(request => request.RequestUri!.Host switch
        {
            "registry.example" => Respond(HttpStatusCode.TemporaryRedirect, "", ("Location", "https://store.example/one?sig=x")),
            _ when request.RequestUri.AbsolutePath == "/one" => Respond(HttpStatusCode.TemporaryRedirect, "", ("Location", "/two")),
            _ => Respond(HttpStatusCode.OK, "content"),
        });
        using var client = new RegistryClient("registry.example", registry.Options);

        Assert.Equal("content"u8.ToArray(), await client.Blobs.ReadAsync("shop", blob, CancellationToken.None));

        Assert.Contains(registry.Requests, request => request.Line == "GET https://store.example/two");
        Assert.All(registry.Requests, request => Assert.False(request.Line.Contains("store.example", StringComparison.Ordinal) && request.Authorization is not null));
    }

    [Theory]
    [InlineData("/v2/shop/blobs/uploads/1?state=a%2Fb", "https://registry.example/v2/shop/blobs/uploads/1?state=a%2Fb&digest=", true)]
    [InlineData("https://store.example/upload", "https://store.example/upload?digest=", false)]
    public async Task An_upload_goes_where_the_registry_says_with_what_it_put_into_the_address(string location, string expected, bool isAuthorized)
    {
        using var registry = Authorized(request => request.Method.Method switch
        {
            "HEAD" => Respond(HttpStatusCode.NotFound),
            "POST" => Respond(HttpStatusCode.Accepted, "", ("Location", location)),
            _ => Respond(HttpStatusCode.Created),
        });
        using var client = new RegistryClient("registry.example", registry.Options);

        await client.Blobs.PushAsync("shop", "x", "content"u8.ToArray(), CancellationToken.None);

        var put = registry.Requests[^1];
        Assert.StartsWith($"PUT {expected}", put.Line, StringComparison.Ordinal);
        Assert.Equal("content", put.Body);
        Assert.Equal(isAuthorized, put.Authorization is not null);
    }

    [Fact]
    public async Task A_push_is_begun_anew_when_its_token_expires_between_its_two_requests()
    {
        var puts = 0;
        using var registry = Authorized(request => request.Method.Method switch
        {
            "HEAD" => Respond(HttpStatusCode.NotFound),
            "POST" => Respond(HttpStatusCode.Accepted, "", ("Location", "/v2/shop/blobs/uploads/1")),
            _ => ++puts == 1 ? Challenge("Bearer realm=\"https://auth.example/token\"") : Respond(HttpStatusCode.Created),
        });
        using var client = new RegistryClient("registry.example", registry.Options);

        await client.Blobs.PushAsync("shop", "x", "content"u8.ToArray(), CancellationToken.None);

        Assert.Equal(2, registry.Requests.Count(request => request.Line.Contains("auth.example", StringComparison.Ordinal)));
        Assert.Equal(2, puts);
    }

    private static FakeRegistry Authorized(Func<HttpRequestMessage, HttpResponseMessage> answer) => new(request => request switch
    {
        { RequestUri.Host: "auth.example" } => Respond(HttpStatusCode.OK, """{"token":"t0ken"}"""),
        { RequestUri.Host: "registry.example", Headers.Authorization: null } => Challenge("Bearer realm=\"https://auth.example/token\""),
        _ => answer(request),
    });

    private sealed class StandingStream : MemoryStream
    {
        public override bool CanSeek => false; // Else its length were told.

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(System.Threading.Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
