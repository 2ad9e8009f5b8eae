using System.Net;
using System.Text;
using Ink.Tasks.Images;
using Ink.Tasks.Registry;
using Ink.Tasks.Tests.Registry;

namespace Ink.Tasks.Tests.Images;

/// <summary>A registry in the process that keeps what is put into it, and can be told to behave as some do.</summary>
internal sealed class StoredImages : IDisposable
{
    private readonly Dictionary<string, OciManifest> _manifests = [];
    private readonly Dictionary<string, string> _blobs = [];
    private readonly FakeRegistry _registry;

    public StoredImages() => _registry = new FakeRegistry(Answer);

    public RegistryOptions Options => _registry.Options;

    public Dictionary<string, string?> Variables => _registry.Variables;

    /// <summary>"PUT manifests/1", in order.</summary>
    public IEnumerable<string> Requests => _registry.Requests.Select(request => request.Line.Replace("https://registry.example/v2/shop/", "", StringComparison.Ordinal));

    public IEnumerable<string> Puts => Requests.Where(line => line.StartsWith("PUT", StringComparison.Ordinal));

    /// <summary>Called before a manifest is put under a selector; what it returns is the answer, null takes the manifest.</summary>
    public Func<string, HttpResponseMessage?> OnPut { get; set; } = _ => null;

    /// <summary>Called after a manifest was put.</summary>
    public Action<string> AfterPut { get; set; } = _ => { };

    /// <summary>A manifest of an image with these labels; its configuration is kept.</summary>
    public string Manifest(string labels = "{}")
    {
        var config = $$$"""{"config":{"Labels":{{{labels}}}}}""";
        var digest = DigestOfText(config);
        _blobs[digest] = config;
        return $$$"""{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"{{{digest}}}","size":{{{config.Length}}}},"layers":[]}""";
    }

    public static string DigestOfText(string text) => OciDescriptor.DigestOf(Encoding.UTF8.GetBytes(text));

    public void Tag(string tag, string manifest) => Put(tag, OciManifest.Parse(Encoding.UTF8.GetBytes(manifest), contentType: null)!);

    public string? DigestOf(string selector) => _manifests.GetValueOrDefault(selector)?.Digest;

    public void Dispose() => _registry.Dispose();

    private void Put(string selector, OciManifest manifest)
    {
        _manifests[selector] = manifest;
        _manifests[manifest.Digest] = manifest;
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        var selector = path[(path.LastIndexOf('/') + 1)..];
        if (path.Contains("/blobs/", StringComparison.Ordinal))
            return _blobs.TryGetValue(selector, out var blob) ? FakeRegistry.Respond(HttpStatusCode.OK, blob) : FakeRegistry.Unknown();
        if (request.Method == HttpMethod.Put)
        {
            if (OnPut(selector) is { } refusal)
                return refusal;
            Put(selector, OciManifest.Parse(request.Content!.ReadAsByteArrayAsync().Result, request.Content.Headers.ContentType!.MediaType)!);
            AfterPut(selector);
            return FakeRegistry.Respond(HttpStatusCode.Created);
        }

        return _manifests.TryGetValue(selector, out var manifest)
            ? FakeRegistry.Respond(HttpStatusCode.OK, Encoding.UTF8.GetString(manifest.Content.Span), ("Docker-Content-Digest", manifest.Digest))
            : FakeRegistry.Unknown();
    }
}
