using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Ink.Tasks.Errors;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Images;

/// <summary>
/// One repository of a registry, as far as setting a tag needs it: puts manifests, and reads the labels of an image (OCI distribution
/// specification, https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests).
/// </summary>
internal sealed class ImageRepository : IDisposable
{
    private readonly ImageReference _image;
    private readonly RegistryHost _host;
    private readonly RegistryTransport _transport;
    private readonly RegistryAuthenticator _authenticator;
    private AuthenticationHeaderValue? _authorization;

    /// <summary>Makes it; nothing is sent yet.</summary>
    /// <param name="image">An image in the repository.</param>
    /// <param name="options">How to talk to the registry. Nothing is repeated here: between a look at a tag and its setting lies one request.</param>
    public ImageRepository(ImageReference image, RegistryOptions options)
    {
        _image = image;
        _host = RegistryHost.Of(image.Registry, options.Environment);
        _transport = new RegistryTransport(_host, options with { Retries = 0 });
        _authenticator = new RegistryAuthenticator(_host, _transport, new CredentialSources(options.Environment));
    }

    /// <summary>Puts a manifest once, under a tag or its digest.</summary>
    /// <exception cref="InkException">INK4002: no answer, or not logged in.</exception>
    public async Task<PutOutcome> PutAsync(string selector, ImageManifest manifest, CancellationToken cancellationToken)
    {
        using var response = await _transport.SendAsync(
            () =>
            {
                var request = Make(HttpMethod.Put, $"manifests/{selector}");
                request.Content = new ReadOnlyMemoryContent(manifest.Content);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue(manifest.MediaType);
                return request;
            },
            cancellationToken);
        if (response.IsSuccessStatusCode)
            return new PutOutcome.Done();
        if (response.StatusCode == HttpStatusCode.Unauthorized && await AuthenticateAsync(response, cancellationToken))
            return new PutOutcome.Again();

        var error = await RegistryError.ReadAsync(response, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            throw RegistryError.Refused(_host, _authenticator.HadCredentials, $"'{_image.Repository}', {error}");
        return (int)response.StatusCode is 408 or 429 or >= 500 ? new PutOutcome.Busy(error) : new PutOutcome.Refused(error);
    }

    /// <summary>A label of an image; of an index, of the first image in it. Null where there is none, or what is there cannot be read.</summary>
    public async Task<string?> ReadLabelAsync(string digest, string label, CancellationToken cancellationToken)
    {
        try
        {
            using var manifest = await ReadJsonAsync($"manifests/{digest}", cancellationToken);
            if (manifest is null)
                return null;
            if (manifest.RootElement.TryGetProperty("manifests", out var children))
                return await ReadLabelAsync(DigestOf(children[0]), label, cancellationToken);
            using var config = await ReadJsonAsync($"blobs/{DigestOf(manifest.RootElement.GetProperty("config"))}", cancellationToken);
            return config?.RootElement.GetProperty("config").GetProperty("Labels").GetProperty(label).GetString();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            // Another artifact than an image, or one without labels: it does not say what it is of, which is the answer.
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    private static string DigestOf(JsonElement descriptor) => descriptor.GetProperty("digest").GetString() ?? "";

    private async Task<JsonDocument?> ReadJsonAsync(string path, CancellationToken cancellationToken)
    {
        using var first = await _transport.SendAsync(() => Make(HttpMethod.Get, path), cancellationToken);
        using var second = first.StatusCode == HttpStatusCode.Unauthorized && await AuthenticateAsync(first, cancellationToken)
            ? await _transport.SendAsync(() => Make(HttpMethod.Get, path), cancellationToken)
            : null;
        var response = second ?? first;
        return response.IsSuccessStatusCode ? JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken)) : null;
    }

    // True where it was answered anew: what was answered already and refused again will be refused for ever.
    private async Task<bool> AuthenticateAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (AuthChallenge.Of(response.Headers) is not { } challenge)
            return false;
        var answer = await _authenticator.AnswerAsync(challenge, _image.Repository, cancellationToken);
        if (answer is null || answer.Equals(_authorization))
            return false;
        _authorization = answer;
        return true;
    }

    private HttpRequestMessage Make(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(_transport.BaseAddress, $"v2/{_image.Repository}/{path}"));
        foreach (var type in MediaTypes)
            request.Headers.Accept.ParseAdd(type);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("ink", "1.0"));
        request.Headers.Authorization = _authorization;
        return request;
    }

    private static readonly string[] MediaTypes =
    [
        "application/vnd.oci.image.index.v1+json", "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json", "application/vnd.docker.distribution.manifest.v2+json",
        "application/octet-stream",
    ];
}
