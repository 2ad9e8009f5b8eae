using System.Net;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>A registry in the process: answers requests by a function and keeps them.</summary>
internal sealed class FakeRegistry(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public List<Seen> Requests { get; } = [];

    public Dictionary<string, string?> Variables { get; } = new() { ["DOCKER_CONFIG"] = "/nowhere", ["XDG_CONFIG_DIR"] = "/nowhere" };

    public RegistryOptions Options => new()
    {
        Environment = name => Variables.GetValueOrDefault(name),
        Transport = _ => this,
        FirstDelay = TimeSpan.Zero,
        LongestDelay = TimeSpan.FromTicks(1),
        LongestStandstill = TimeSpan.FromSeconds(5),
    };

    public async Task<string?> ResolveAsync(string reference = "registry.example/shop:1", CancellationToken cancellationToken = default)
    {
        var image = ImageReference.Parse(reference);
        using var client = new RegistryClient(image.Registry, Options);
        return await client.ResolveDigestAsync(image, cancellationToken);
    }

    public static HttpResponseMessage Respond(HttpStatusCode status, string body = "", params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    public static HttpResponseMessage Found() => Respond(HttpStatusCode.OK, "", ("Docker-Content-Digest", Digest));

    public static HttpResponseMessage Unknown() =>
        Respond(HttpStatusCode.NotFound, """{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}""");

    public static HttpResponseMessage Challenge(string challenge) => Respond(
        HttpStatusCode.Unauthorized, """{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}""", ("WWW-Authenticate", challenge));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (Requests) Requests.Add(new Seen($"{request.Method} {request.RequestUri}", request.Headers.Authorization?.ToString(), body));
        var response = answer(request);
        response.RequestMessage = request;
        return response;
    }

    internal sealed record Seen(string Line, string? Authorization, string Body);
}
