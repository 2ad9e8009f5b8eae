using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Tests.SupplyChain;

/// <summary>A registry in the process that keeps what is pushed to it; with the referrers API or, as docker-registry 2, without.</summary>
internal sealed class MemoryRegistry(bool hasReferrers) : HttpMessageHandler
{
    public const string Host = "registry.example";
    public const string Repository = "team/shop";

    private readonly Dictionary<string, (string Type, byte[] Content)> _manifests = [];

    /// <summary>What was pushed, in order: blobs and manifests by the last part of the address.</summary>
    public List<string> Pushed { get; } = [];

    public Dictionary<string, byte[]> Blobs { get; } = [];

    public RegistryClient Open() => new(Host, new RegistryOptions { Environment = _ => null, Transport = _ => this, Retries = 0 });

    public string Put(string type, string json, string? tag = null)
    {
        var content = System.Text.Encoding.UTF8.GetBytes(json);
        var digest = OciDescriptor.DigestOf(content);
        _manifests[digest] = (type, content);
        if (tag is not null)
            _manifests[tag] = (type, content);
        return digest;
    }

    /// <summary>The manifest of a digest or a tag; null where there is none.</summary>
    public JsonNode? Manifest(string selector) => _manifests.TryGetValue(selector, out var manifest) ? JsonNode.Parse(manifest.Content) : null;

    public int SizeOf(string selector) => _manifests[selector].Content.Length;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        // Blobs come several at once.
        lock (Pushed)
        {
            var response = Answer(request.Method.Method, request.RequestUri!, request.Content?.Headers.ContentType?.MediaType, content);
            response.RequestMessage = request;
            return response;
        }
    }

    private HttpResponseMessage Answer(string method, Uri address, string? type, byte[] content)
    {
        var last = Uri.UnescapeDataString(address.AbsolutePath[(address.AbsolutePath.LastIndexOf('/') + 1)..]);
        return (method, address.AbsolutePath[$"/v2/{Repository}/".Length..].Split('/')[0]) switch
        {
            ("GET" or "HEAD", "manifests") => _manifests.TryGetValue(last, out var found) ? Found(found.Type, found.Content) : Unknown(),
            ("PUT", "manifests") => Push(last, type!, content),
            ("GET", "referrers") => hasReferrers ? Referrers(last) : new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("404 page not found\n") },
            ("GET" or "HEAD", "blobs") => Blobs.TryGetValue(last, out var blob) ? Found("application/octet-stream", blob) : Unknown(),
            ("POST", "blobs") => new HttpResponseMessage(HttpStatusCode.Accepted) { Headers = { Location = new Uri($"https://{Host}/v2/{Repository}/blobs/uploads/1") } },
            ("PUT", "blobs") => Upload(Uri.UnescapeDataString(address.Query.Split("digest=")[1]), content),
            _ => throw new InvalidOperationException($"{method} {address}"),
        };
    }

    private HttpResponseMessage Push(string selector, string type, byte[] content)
    {
        var digest = OciDescriptor.DigestOf(content);
        _manifests[digest] = _manifests[selector] = (type, content);
        Pushed.Add(selector);
        var response = new HttpResponseMessage(HttpStatusCode.Created) { Headers = { { "Docker-Content-Digest", digest } } };
        if (hasReferrers && JsonNode.Parse(content)!["subject"] is { } subject)
            response.Headers.Add("OCI-Subject", (string)subject["digest"]!);
        return response;
    }

    private HttpResponseMessage Upload(string digest, byte[] content)
    {
        Assert.Equal(digest, OciDescriptor.DigestOf(content));
        Blobs[digest] = content;
        Pushed.Add(digest);
        return new HttpResponseMessage(HttpStatusCode.Created);
    }

    private HttpResponseMessage Referrers(string digest)
    {
        var list = _manifests.Where(entry => entry.Key.StartsWith("sha256:", StringComparison.Ordinal) && (string?)JsonNode.Parse(entry.Value.Content)!["subject"]?["digest"] == digest)
            .Select(entry => (JsonNode)new JsonObject
            {
                ["mediaType"] = entry.Value.Type,
                ["digest"] = entry.Key,
                ["size"] = entry.Value.Content.Length,
                ["artifactType"] = (string?)JsonNode.Parse(entry.Value.Content)!["artifactType"],
            });
        var index = new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = OciMediaTypes.Index, ["manifests"] = new JsonArray([.. list]) };
        return Found(OciMediaTypes.Index, System.Text.Encoding.UTF8.GetBytes(index.ToJsonString()));
    }

    private static HttpResponseMessage Found(string type, byte[] content) => new(HttpStatusCode.OK)
    {
        Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } },
        Headers = { { "Docker-Content-Digest", OciDescriptor.DigestOf(content) } },
    };

    private static HttpResponseMessage Unknown() =>
        new(HttpStatusCode.NotFound) { Content = new StringContent("""{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}""") };
}
