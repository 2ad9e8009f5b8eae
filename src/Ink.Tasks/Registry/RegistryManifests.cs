using System.Net;
using System.Net.Http.Headers;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// Manifests and indexes by tag and by digest (distribution specification, "Pulling manifests" and "Pushing Manifests"). No
/// digest is taken on trust where the bytes are there to compute it from.
/// </summary>
internal sealed class RegistryManifests(RegistryConnection connection)
{
    private const string DigestHeader = "Docker-Content-Digest";

    /// <summary>The digest of what a tag (or digest) names; null where the registry has none such.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="selector">A tag or a digest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="mayBeNew">
    /// Whether the repository may not be there yet, because a push comes next and makes it: then "denied" to accepted credentials
    /// is an answer, too, and means "none".
    /// </param>
    /// <exception cref="InkException">INK4002: unreachable or refused. INK4006: an answer that is not the specification's.</exception>
    public async Task<string?> ResolveAsync(string repository, string selector, CancellationToken cancellationToken, bool mayBeNew = false)
    {
        using (var head = await AskAsync(HttpMethod.Head, repository, selector, cancellationToken))
        {
            if (head.IsSuccessStatusCode && DigestOf(head) is { } known) return Checked(repository, selector, known);
            // To ask on, in another form, is just what it forbids.
            if (head.StatusCode == HttpStatusCode.TooManyRequests) throw await connection.FailureAsync($"'{Name(repository, selector)}'", head, cancellationToken);
        }

        // Either the digest has to be computed, or a HEAD has no body to say why it failed.
        using var response = await AskAsync(HttpMethod.Get, repository, selector, cancellationToken);
        if (mayBeNew && IsHidden(response)) return null;
        return (await ReadAsync(repository, selector, response, cancellationToken))?.Digest;
    }

    /// <summary>A manifest or index; null where the registry has none such.</summary>
    /// <exception cref="InkException">INK4002: unreachable or refused. INK4006: not a manifest, or not the one asked for.</exception>
    public async Task<OciManifest?> GetAsync(string repository, string selector, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(HttpMethod.Get, repository, selector, cancellationToken);
        return await ReadAsync(repository, selector, response, cancellationToken);
    }

    /// <summary>Pushes a manifest or index under a tag, or under its digest alone.</summary>
    /// <param name="repository">The repository; it has to hold the manifest's blobs, or an index's manifests, already.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="tag">The tag; null for none. A tag that is there is moved: whoever must not do that asks first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Whether the registry lists the manifest as a referrer of its subject by itself (OCI-Subject).</returns>
    /// <exception cref="InkException">INK4002: unreachable or refused. INK4006: something else arrived than was sent.</exception>
    public async Task<bool> PushAsync(string repository, OciManifest manifest, string? tag, CancellationToken cancellationToken)
    {
        var selector = tag ?? manifest.Digest;
        var request = new RegistryRequest(HttpMethod.Put, PathOf(repository, selector), RegistryScope.Push(repository)) { Content = ToContent };
        using var response = await connection.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode) throw await connection.FailureAsync($"the push of '{Name(repository, selector)}'", response, cancellationToken);
        if (DigestOf(response) is { } arrived && arrived != manifest.Digest)
            throw Malformed(repository, selector, $"the digest {arrived} to a push of {manifest.Digest}");
        return response.Headers.Contains("OCI-Subject");

        HttpContent ToContent() => new ReadOnlyMemoryContent(manifest.Content) { Headers = { ContentType = new MediaTypeHeaderValue(manifest.MediaType) } };
    }

    private Task<HttpResponseMessage> AskAsync(HttpMethod method, string repository, string selector, CancellationToken cancellationToken) => connection.SendAsync(
        new RegistryRequest(method, PathOf(repository, selector), RegistryScope.Pull(repository)) { Accept = OciMediaTypes.Manifests }, cancellationToken);

    private async Task<OciManifest?> ReadAsync(string repository, string selector, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            // Any error in the specification's form says "no such thing"; a web server that is no registry has another form.
            if (response.StatusCode == HttpStatusCode.NotFound && (await RegistryError.ReadAsync(response, cancellationToken)).Codes.Count > 0) return null;
            throw await connection.FailureAsync($"'{Name(repository, selector)}'", response, cancellationToken);
        }

        var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var manifest = OciManifest.Parse(content, response.Content.Headers.ContentType?.MediaType)
            ?? throw Malformed(repository, selector, "something that is not a manifest");
        if (DigestOf(response) is { } said && Checked(repository, selector, said) != manifest.Digest)
            throw Malformed(repository, selector, $"content whose digest is {manifest.Digest}, and says that it is {said}");
        Checked(repository, selector, manifest.Digest);
        return manifest;
    }

    // Registries do not tell a stranger whether a repository exists. For one that is not there yet, ECR and docker-registry
    // answer 404 NAME_UNKNOWN; Docker Hub gives a token and then refuses it with 401 (insufficient_scope), GHCR and Harbor
    // answer 403 DENIED, to whoever may push there as well. So a refusal counts as "none" where credentials were accepted: a
    // Bearer token was given for them, or they were answered with 403 rather than 401. The push decides then: it is refused
    // if they may not write either. Wrong or missing credentials stay an error. What this costs: whoever may write and not read
    // is not kept from building a tag again; the look-up after the push, which is strict, then stops the deploy.
    private bool IsHidden(HttpResponseMessage response) => connection.HadCredentials && response.StatusCode switch
    {
        HttpStatusCode.Forbidden => true,
        HttpStatusCode.Unauthorized => AuthChallenge.Of(response.Headers) is { IsBearer: true },
        _ => false,
    };

    private string Checked(string repository, string selector, string digest)
    {
        if (!ImageReference.IsDigest(digest)) throw Malformed(repository, selector, $"'{(digest.Length > 100 ? digest[..100] : digest)}', which is not a sha256 digest");
        if (selector != digest && ImageReference.IsDigest(selector)) throw Malformed(repository, selector, $"the digest {digest}, which is not the one asked for");
        return digest;
    }

    private static string? DigestOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(DigestHeader, out var values) ? values.FirstOrDefault() : null;

    private static string PathOf(string repository, string selector) => $"v2/{repository}/manifests/{selector}";

    private string Name(string repository, string selector) =>
        $"{connection.Host.Name}/{repository}{(ImageReference.IsDigest(selector) ? '@' : ':')}{selector}";

    private InkException Malformed(string repository, string selector, string what) => new(
        ErrorCodes.Digest, $"The registry answered for '{Name(repository, selector)}' with {what}. Is a proxy in between? Ask whoever runs the registry.");
}
