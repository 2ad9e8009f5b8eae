using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// The read side of the OCI distribution specification (https://github.com/opencontainers/distribution-spec), as far as a
/// deploy needs it: which image, if any, has this tag?
/// </summary>
internal sealed class RegistryClient : IDisposable
{
    private const string DigestHeader = "Docker-Content-Digest";

    // Far more than any real manifest; the specification asks registries to take at least 4 MiB.
    private const long LongestManifest = 16 * 1024 * 1024;

    private static readonly string[] MediaTypes =
    [
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.docker.distribution.manifest.v2+json",
    ];

    private readonly RegistryHost _host;
    private readonly RegistryTransport _transport;
    private readonly RegistryAuthenticator _authenticator;
    private AuthenticationHeaderValue? _authorization;

    /// <summary>Makes a client for one registry; nothing is sent yet.</summary>
    public RegistryClient(string registry, RegistryOptions? options = null)
    {
        options ??= new RegistryOptions();
        _host = RegistryHost.Of(registry, options.Environment);
        _transport = new RegistryTransport(_host, options);
        _authenticator = new RegistryAuthenticator(_host, _transport, new CredentialSources(options.Environment));
    }

    /// <summary>The digest of the manifest or index that a tag (or digest) names; null where the registry has none such.</summary>
    /// <exception cref="InkException">INK4002: unreachable or refused. INK4006: an answer that is not the specification's.</exception>
    public async Task<string?> ResolveDigestAsync(ImageReference reference, CancellationToken cancellationToken)
    {
        using (var head = await SendAsync(HttpMethod.Head, reference, cancellationToken))
        {
            if (head.IsSuccessStatusCode && DigestOf(head) is { } known) return Matching(reference, known);
        }

        // Either the digest has to be computed, or a HEAD has no body to say why it failed.
        using var response = await SendAsync(HttpMethod.Get, reference, cancellationToken);
        if (response.IsSuccessStatusCode) return Matching(reference, await ComputeAsync(reference, response, cancellationToken));

        var error = await RegistryError.ReadAsync(response, cancellationToken);
        // Any error in the specification's form says "no such thing"; a web server that is no registry has another form.
        if (response.StatusCode == HttpStatusCode.NotFound && error.Codes.Count > 0) return null;
        if (response.StatusCode == HttpStatusCode.NotFound)
            throw new InkException(ErrorCodes.Registry, $"'{_host.Name}' does not answer as a registry does (status 404 for '{reference}' without a registry's error). Check InkRegistry.");
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            throw RegistryError.Refused(_host, _authenticator.HadCredentials, $"'{reference.Repository}', {error}");
        throw new InkException(ErrorCodes.Registry, $"The registry '{_host.Name}' failed on '{reference}': {error}. Try again, or ask whoever runs it.");
    }

    /// <inheritdoc />
    public void Dispose() => _transport.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, ImageReference reference, CancellationToken cancellationToken)
    {
        var response = await _transport.SendAsync(Make, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || AuthChallenge.Of(response.Headers) is not { } challenge) return response;
        // Another host's challenge is not the registry's to answer.
        if (response.RequestMessage?.RequestUri is { } asked && asked.Authority != _transport.BaseAddress.Authority) return response;

        var answer = await _authenticator.AnswerAsync(challenge, reference.Repository, cancellationToken);
        if (answer is null) return response;
        response.Dispose();
        _authorization = answer;
        return await _transport.SendAsync(Make, cancellationToken);

        HttpRequestMessage Make()
        {
            var request = new HttpRequestMessage(method, new Uri(_transport.BaseAddress, $"v2/{reference.Repository}/manifests/{reference.Selector}"));
            foreach (var type in MediaTypes) request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("ink", "1.0"));
            request.Headers.Authorization = _authorization;
            return request;
        }
    }

    private static string? DigestOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(DigestHeader, out var values) ? values.FirstOrDefault() : null;

    private static async Task<string> ComputeAsync(ImageReference reference, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > LongestManifest) throw Malformed(reference, "a manifest of more than 16 MiB");
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (!ManifestShape.IsManifest(body)) throw Malformed(reference, "something that is not a manifest");
        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(body))}";
    }

    private static string Matching(ImageReference reference, string digest)
    {
        if (!ImageReference.IsDigest(digest)) throw Malformed(reference, $"'{(digest.Length > 100 ? digest[..100] : digest)}', which is not a sha256 digest");
        if (reference.Digest is { } wanted && wanted != digest) throw Malformed(reference, $"the digest {digest}, which is not the one asked for");
        return digest;
    }

    private static InkException Malformed(ImageReference reference, string what) => new(
        ErrorCodes.Digest, $"The registry answered for '{reference}' with {what}. Is a proxy in between? Ask whoever runs the registry.");
}
