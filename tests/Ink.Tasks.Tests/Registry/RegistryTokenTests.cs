using System.Net;
using Ink.Tasks.Errors;
using Ink.Tasks.Registry;
using static Ink.Tasks.Tests.Registry.FakeRegistry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>Bearer tokens: one a scope, kept while it is good, replaced once when it is not.</summary>
public sealed class RegistryTokenTests
{
    private const int Life = 300;

    private int _issued;

    [Fact]
    public async Task A_token_is_kept_for_its_scope_and_another_is_fetched_for_another()
    {
        using var registry = Registry(_ => Found());
        using var client = Client(registry);

        await ResolveAsync(client, "shop");
        await ResolveAsync(client, "shop");
        await ResolveAsync(client, "other");
        await client.Blobs.ExistsAsync("shop", Digest, CancellationToken.None);

        Assert.Equal(
            ["repository:shop:pull", "repository:other:pull", "repository:shop:pull,push"],
            Tokens(registry).Select(line => Uri.UnescapeDataString(line.Split("scope=")[1].Split('&')[0])));
    }

    [Fact]
    public async Task A_token_that_expired_is_replaced_once()
    {
        var isExpired = false;
        using var registry = Registry(request => isExpired && request.Headers.Authorization!.Parameter == "token-1" ? null : Found());
        using var client = Client(registry);
        await ResolveAsync(client, "shop");

        isExpired = true;

        Assert.Equal(Digest, await ResolveAsync(client, "shop"));
        Assert.Equal(2, Tokens(registry).Count());
    }

    [Fact]
    public async Task A_token_whose_time_is_up_is_not_sent()
    {
        using var registry = Registry(_ => Found());
        var clock = new Clock();
        using var client = new RegistryClient("registry.example", registry.Options with { Clock = clock });
        await ResolveAsync(client, "shop");
        clock.Now += TimeSpan.FromSeconds(Life - 11);
        await ResolveAsync(client, "shop");
        Assert.Single(Tokens(registry));

        clock.Now += TimeSpan.FromSeconds(2);
        await ResolveAsync(client, "shop");

        Assert.Equal(2, Tokens(registry).Count());
        Assert.Equal(3, registry.Requests.Count(request => request.Authorization?.StartsWith("Bearer", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task A_fresh_token_that_is_refused_is_an_error_and_not_a_loop()
    {
        using var registry = Registry(_ => null);
        registry.Variables["DOTNET_CONTAINER_REGISTRY_UNAME"] = "ada";
        registry.Variables["DOTNET_CONTAINER_REGISTRY_PWORD"] = "s3cret-word";
        using var client = Client(registry);

        var error = await Assert.ThrowsAsync<InkException>(() => ResolveAsync(client, "shop"));

        Assert.Equal("INK4002", error.Code);
        Assert.Contains("not accepted", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token-", error.ToString(), StringComparison.Ordinal);
        Assert.InRange(registry.Requests.Count, 4, 6); // HEAD, token, HEAD; GET, perhaps a token and GET again.
    }

    [Fact]
    public async Task Requests_that_are_refused_together_share_one_token()
    {
        using var registry = Registry(_ => Found());
        using var client = Client(registry);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => ResolveAsync(client, "shop"))));

        Assert.Single(Tokens(registry));
    }

    [Fact]
    public async Task A_mount_asks_for_both_repositories_each_in_a_scope_of_its_own()
    {
        using var registry = Registry(_ => Respond(HttpStatusCode.Created), scope: "");
        using var client = Client(registry);

        Assert.True(await client.Blobs.MountAsync("new", Digest, "old", CancellationToken.None));

        var query = Uri.UnescapeDataString(Tokens(registry).Single());
        Assert.Contains("scope=repository:new:pull,push&scope=repository:old:pull", query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.MethodNotAllowed, 2)]
    [InlineData(HttpStatusCode.Unauthorized, 1)]
    public async Task A_password_is_posted_where_there_is_no_GET_and_never_sent_twice_else(HttpStatusCode answer, int requests)
    {
        using var registry = new FakeRegistry(request => request switch
        {
            { RequestUri.Host: "auth.example", Method.Method: "POST" } => Respond(HttpStatusCode.OK, """{"access_token":"posted"}"""),
            { RequestUri.Host: "auth.example" } => Respond(answer),
            { Headers.Authorization.Parameter: "posted" } => Found(),
            _ => Challenge("Bearer realm=\"https://auth.example/token\""),
        });
        registry.Variables["DOTNET_CONTAINER_REGISTRY_UNAME"] = "ada";
        registry.Variables["DOTNET_CONTAINER_REGISTRY_PWORD"] = "s3cret-word";
        using var client = Client(registry);

        if (requests == 2)
            Assert.Equal(Digest, await ResolveAsync(client, "shop"));
        else
            Assert.Equal("INK4002", (await Assert.ThrowsAsync<InkException>(() => ResolveAsync(client, "shop"))).Code);

        var asked = registry.Requests.Where(request => request.Line.Contains("auth.example", StringComparison.Ordinal)).ToList();
        Assert.Equal(requests, asked.Count);
        Assert.All(asked, request => Assert.DoesNotContain("s3cret", request.Line, StringComparison.Ordinal));
    }

    private FakeRegistry Registry(Func<HttpRequestMessage, HttpResponseMessage?> answer, string? scope = null) => new(request =>
    {
        if (request.RequestUri!.Host == "auth.example")
            return Respond(HttpStatusCode.OK, $$"""{"token":"token-{{Interlocked.Increment(ref _issued)}}","expires_in":{{Life}}}""");
        var path = request.RequestUri.AbsolutePath.Split('/');
        var wanted = scope ?? $"repository:{path[2]}:{(path[3] == "manifests" ? "pull" : "pull,push")}";
        var challenge = $"Bearer realm=\"https://auth.example/token\"{(wanted.Length == 0 ? "" : $",scope=\"{wanted}\"")}";
        return request.Headers.Authorization is null ? Challenge(challenge) : answer(request) ?? Challenge($"{challenge},error=\"invalid_token\"");
    });

    private static RegistryClient Client(FakeRegistry registry) => new("registry.example", registry.Options);

    private static Task<string?> ResolveAsync(RegistryClient client, string repository) =>
        client.Manifests.ResolveAsync(repository, "1", CancellationToken.None);

    private static IEnumerable<string> Tokens(FakeRegistry registry) =>
        registry.Requests.Select(request => request.Line).Where(line => line.Contains("auth.example", StringComparison.Ordinal));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
