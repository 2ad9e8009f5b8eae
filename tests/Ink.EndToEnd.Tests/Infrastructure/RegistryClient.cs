using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>Asks a registry by the OCI distribution API, independently of the product's own client.</summary>
internal sealed class RegistryClient : IDisposable
{
    private static readonly string[] ManifestTypes =
    [
        "application/vnd.oci.image.manifest.v1+json", "application/vnd.oci.image.index.v1+json",
        "application/vnd.docker.distribution.manifest.v2+json", "application/vnd.docker.distribution.manifest.list.v2+json",
    ];

    private readonly HttpClient _http;

    public RegistryClient(string host, Credentials? credentials)
    {
        Credentials = credentials;
        _http = new HttpClient { BaseAddress = new Uri($"http://{host}/v2/"), Timeout = TimeSpan.FromSeconds(10) };
        if (credentials is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials.Basic);
    }

    public Credentials? Credentials { get; }

    public async Task<bool> Answers()
    {
        try
        {
            using var response = await _http.GetAsync(new Uri("", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The digest of a tag, or null where there is none.</summary>
    public async Task<string?> DigestOf(string repository, string tag)
    {
        using var request = ManifestRequest(HttpMethod.Head, repository, tag);
        using var response = await _http.SendAsync(request);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        return response.Headers.GetValues("Docker-Content-Digest").Single();
    }

    /// <summary>The tags of a repository's images, sorted; none where there is no such repository. Lists of what is attached are no images.</summary>
    public async Task<IReadOnlyList<string>> Tags(string repository) =>
        [.. (await AllTags(repository)).Where(tag => !tag.StartsWith("sha256-", StringComparison.Ordinal))];

    public async Task<IReadOnlyList<string>> AllTags(string repository)
    {
        using var response = await _http.GetAsync(new Uri($"{repository}/tags/list", UriKind.Relative));
        if (response.StatusCode == HttpStatusCode.NotFound)
            return [];
        response.EnsureSuccessStatusCode();
        var tags = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["tags"].Deserialize<string[]>() ?? [];
        return [.. tags.Order(StringComparer.Ordinal)];
    }

    /// <summary>The image's configuration: user, environment, labels, entry point.</summary>
    public async Task<JsonNode> Configuration(string repository, string reference)
    {
        var manifest = await Manifest(repository, reference) ?? throw new InvalidOperationException($"There is no {repository}:{reference}.");
        return await Document(repository, (string)manifest["config"]!["digest"]!);
    }

    /// <summary>A manifest or an index; null where there is none.</summary>
    public async Task<JsonNode?> Manifest(string repository, string reference)
    {
        using var request = ManifestRequest(HttpMethod.Get, repository, reference);
        using var response = await _http.SendAsync(request);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>A blob that is JSON.</summary>
    public async Task<JsonNode> Document(string repository, string digest) =>
        JsonNode.Parse(await _http.GetStringAsync(new Uri($"{repository}/blobs/{digest}", UriKind.Relative)))!;

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage ManifestRequest(HttpMethod method, string repository, string reference)
    {
        var request = new HttpRequestMessage(method, new Uri($"{repository}/manifests/{reference}", UriKind.Relative));
        foreach (var type in ManifestTypes)
            request.Headers.Accept.ParseAdd(type);
        return request;
    }
}
