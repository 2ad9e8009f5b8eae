using System.Net;
using System.Text;
using System.Text.Json;
using Ink.Tasks.Errors;
using Ink.Tasks.Tests.Git;
using static Ink.Tasks.Tests.Registry.FakeRegistry;

namespace Ink.Tasks.Tests.Registry;

public sealed class RegistryAuthenticationTests : IDisposable
{
    private const string Bearer = "Bearer realm=\"https://auth.example/token?a=1\",service=\"reg,istry\",scope=\"repository:shop:pull\"";

    private readonly TestRepository _home = new();

    [Fact]
    public async Task An_anonymous_token_is_fetched_for_the_scope_that_the_registry_names()
    {
        using var registry = BearerRegistry(_ => true);

        Assert.Equal(Digest, await registry.ResolveAsync());

        Assert.Equal("GET https://auth.example/token?a=1&scope=repository%3Ashop%3Apull&service=reg%2Cistry", registry.Requests[1].Line);
        Assert.Null(registry.Requests[1].Authorization);
        Assert.Equal("Bearer t0ken-value", registry.Requests[2].Authorization);
    }

    [Theory]
    [InlineData("DOTNET_CONTAINER_REGISTRY")]
    [InlineData("DOTNET_CONTAINER_PUSH_REGISTRY")]
    [InlineData("SDK_CONTAINER_REGISTRY")]
    public async Task The_SDKs_variables_come_before_the_Docker_configuration(string prefix)
    {
        using var registry = BasicRegistry("ada", "from:variables");
        Configure(registry, Auths("registry.example", "ada", "from file"));
        registry.Variables[$"{prefix}_UNAME"] = "ada";
        registry.Variables[$"{prefix}_PWORD"] = "from:variables";

        Assert.Equal(Digest, await registry.ResolveAsync());
    }

    [Theory]
    [InlineData("registry.example", "registry.example/shop:1")]
    [InlineData("https://registry.example", "registry.example/shop:1")]
    [InlineData("https://registry.example/v2/", "registry.example/shop:1")]
    [InlineData("https://index.docker.io/v1/", "docker.io/acme/shop:1")]
    [InlineData("docker.io", "acme/shop:1")]
    public async Task The_Docker_configuration_is_found_under_each_of_its_spellings(string key, string reference)
    {
        using var registry = BasicRegistry("ada", "p:w ö");
        Configure(registry, Auths(key, "ada", "p:w ö"));

        Assert.Equal(Digest, await registry.ResolveAsync(reference));
    }

    [Fact]
    public async Task An_identity_token_is_exchanged_in_a_body_and_never_in_an_address()
    {
        using var registry = BearerRegistry(request => request.Method == HttpMethod.Post);
        Configure(registry, """{"auths":{"registry.example":{"identitytoken":"refresh-me"}}}""");

        Assert.Equal(Digest, await registry.ResolveAsync());

        Assert.Contains("refresh_token=refresh-me", registry.Requests[1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain(registry.Requests, request => request.Line.Contains("refresh-me", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData("credHelpers")]
    [InlineData("credsStore")]
    public async Task A_credential_helper_is_asked_on_its_standard_input(string by)
    {
        Skip.If(OperatingSystem.IsWindows(), "the helper is a shell script");
        Helper("read server; test \"$server\" = registry.example && printf '{\"Username\":\"ada\",\"Secret\":\"from helper\"}'");
        using var registry = BasicRegistry("ada", "from helper");
        Configure(registry, by == "credsStore" ? """{"credsStore":"inktest"}""" : """{"credHelpers":{"registry.example":"inktest"},"credsStore":"missing"}""");

        Assert.Equal(Digest, await registry.ResolveAsync());
    }

    [SkippableFact]
    public async Task A_helper_without_credentials_leaves_those_in_the_file()
    {
        Skip.If(OperatingSystem.IsWindows(), "the helper is a shell script");
        Helper("echo 'credentials not found in native keychain'; exit 1");
        using var registry = BasicRegistry("ada", "in file");
        Configure(registry, Auths("registry.example", "ada", "in file").Replace("{\"auths\"", "{\"credsStore\":\"inktest\",\"auths\"", StringComparison.Ordinal));

        Assert.Equal(Digest, await registry.ResolveAsync());
    }

    [Theory]
    [InlineData("""{"credHelpers":{"registry.example":"not-installed-anywhere"}}""", "docker-credential-not-installed-anywhere")]
    [InlineData("""{"credHelpers":{"registry.example":"../../bin/sh"}}""", "not a program's name")]
    [InlineData("""{"auths":{"registry.example":{"auth":"hunter2-not-base64!"}}}""", "docker login")]
    [InlineData("""{"auths": hunter2""", "cannot be read")]
    public async Task A_broken_Docker_configuration_is_INK4002_and_quotes_no_secret(string configuration, string says)
    {
        using var registry = BasicRegistry("ada", "x");
        Configure(registry, configuration);

        var error = await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync());

        Assert.Equal("INK4002", error.Code);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_credentials_are_INK4002_with_the_registrys_words_and_how_to_log_in()
    {
        using var registry = BasicRegistry("ada", "right");
        Configure(registry, Auths("registry.example", "ada", "wr0ng-password"));

        var error = await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync());

        Assert.Equal("INK4002", error.Code);
        Assert.Contains("authentication required", error.Message, StringComparison.Ordinal);
        Assert.Contains("not accepted", error.Message, StringComparison.Ordinal);
        Assert.Contains("docker login registry.example", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_credentials_at_all_is_said_so()
    {
        using var registry = BasicRegistry("ada", "right");

        var error = await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync());

        Assert.Contains("No credentials were found", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer realm=\"http://auth.example/token\"")]
    [InlineData("Bearer realm=\"file:///etc/passwd\"")]
    [InlineData("Bearer service=\"x\"")]
    public async Task Credentials_are_sent_for_a_token_over_TLS_only(string challenge)
    {
        using var registry = new FakeRegistry(_ => Challenge(challenge));
        Configure(registry, Auths("registry.example", "ada", "pw-value"));

        var error = await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync());

        Assert.Equal("INK4006", error.Code);
        Assert.Single(registry.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task A_token_answer_without_a_token_is_INK4006(string body)
    {
        using var registry = new FakeRegistry(request => request.RequestUri!.Host == "auth.example" ? Respond(HttpStatusCode.OK, body) : Challenge(Bearer));

        Assert.Equal("INK4006", (await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync())).Code);
    }

    [Theory]
    [InlineData("https://registry.example/elsewhere", true)]
    [InlineData("https://storage.example/elsewhere", false)]
    [InlineData("https://registry.example:8443/elsewhere", false)]
    public async Task The_authorization_header_follows_a_redirect_on_the_same_host_only(string target, bool follows)
    {
        using var registry = new FakeRegistry(request => request switch
        {
            { RequestUri.AbsolutePath: "/elsewhere" } => Found(),
            { Headers.Authorization: null } => Challenge("Basic realm=\"x\""),
            _ => Respond(HttpStatusCode.TemporaryRedirect, "", ("Location", target)),
        });
        Configure(registry, Auths("registry.example", "ada", "pw-value"));

        Assert.Equal(Digest, await registry.ResolveAsync());

        Assert.Equal(follows, registry.Requests[^1].Authorization is not null);
    }

    [Fact]
    public async Task A_redirect_from_TLS_to_plain_http_is_not_followed()
    {
        using var registry = new FakeRegistry(_ => Respond(HttpStatusCode.Found, "", ("Location", "http://registry.example/x")));

        Assert.Equal("INK4002", (await Assert.ThrowsAsync<InkException>(() => registry.ResolveAsync())).Code);
        Assert.All(registry.Requests, request => Assert.Contains("https://", request.Line, StringComparison.Ordinal));
    }

    public void Dispose() => _home.Dispose();

    private static FakeRegistry BasicRegistry(string user, string password)
    {
        var expected = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}";
        return new FakeRegistry(request => request.Headers.Authorization?.ToString() == expected ? Found() : Challenge("Basic realm=\"registry\""));
    }

    private static FakeRegistry BearerRegistry(Func<HttpRequestMessage, bool> isTokenRequest) => new(request =>
    {
        if (request.RequestUri!.Host == "auth.example")
            return isTokenRequest(request) ? Respond(HttpStatusCode.OK, """{"access_token":"t0ken-value"}""") : Respond(HttpStatusCode.BadRequest);
        return request.Headers.Authorization?.ToString() == "Bearer t0ken-value" ? Found() : Challenge(Bearer);
    });

    private static string Auths(string key, string user, string password) => JsonSerializer.Serialize(
        new { auths = new Dictionary<string, object> { [key] = new { auth = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")) } } });

    private void Configure(FakeRegistry registry, string configuration)
    {
        _home.Write("config.json", configuration);
        registry.Variables["DOCKER_CONFIG"] = _home.Root;
    }

    private void Helper(string script)
    {
        _home.Write("docker-credential-inktest", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_home.PathOf("docker-credential-inktest"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        // In front, for this process: no other test has a program of that name, and those of this class run one by one.
        System.Environment.SetEnvironmentVariable("PATH", _home.Root + Path.PathSeparator + System.Environment.GetEnvironmentVariable("PATH"));
    }
}
