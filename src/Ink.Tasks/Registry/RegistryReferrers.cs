using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// What is attached to an image: manifests that name it as their subject (distribution specification 1.1, "Listing
/// Referrers"). Where a registry has no such list, it is kept as an index under a tag made from the image's digest, as the
/// specification's "Referrers Tag Schema" lays down; docker-registry 2 is such a registry.
/// </summary>
internal sealed class RegistryReferrers(RegistryConnection connection, RegistryManifests manifests)
{
    // The list under the tag is read, changed and written: two at once can undo one another, and see it when they look again.
    private const int Attempts = 5;

    private const int MostPages = 100;

    /// <summary>The tag under which the referrers of a digest are listed where the API is missing: <c>sha256-…</c>.</summary>
    public static string FallbackTag(string digest) => digest.Replace(':', '-');

    /// <summary>The manifests that are attached to an image, each with the type of its artifact; empty where there are none.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="digest">The image's digest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InkException">INK4002: unreachable or refused. INK4006: an answer that is not the specification's.</exception>
    public async Task<IReadOnlyList<OciDescriptor>> ListAsync(string repository, string digest, CancellationToken cancellationToken) =>
        await ListByApiAsync(repository, digest, cancellationToken) ?? await ListByTagAsync(repository, digest, cancellationToken);

    /// <summary>Pushes a manifest that has a subject, so that it is found as a referrer of that.</summary>
    /// <param name="repository">The repository of the subject; it has to hold the manifest's blobs already.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InkException">INK4002: unreachable, refused, or others kept changing the list under the tag.</exception>
    public async Task PushAsync(string repository, OciManifest manifest, CancellationToken cancellationToken)
    {
        var subject = manifest.Subject ?? throw new ArgumentException("A referrer has a subject.", nameof(manifest));
        if (await manifests.PushAsync(repository, manifest, tag: null, cancellationToken)) return;
        // A registry may have the API and not the header; it then lists what it was just given.
        var listed = await ListByApiAsync(repository, subject.Digest, cancellationToken);
        if (listed?.Any(known => known.Digest == manifest.Digest) == true) return;

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var known = await ListByTagAsync(repository, subject.Digest, cancellationToken);
            if (known.Any(referrer => referrer.Digest == manifest.Digest)) return;
            await manifests.PushAsync(repository, IndexOf([.. known, manifest.ToDescriptor()]), FallbackTag(subject.Digest), cancellationToken);
        }

        var last = await ListByTagAsync(repository, subject.Digest, cancellationToken);
        if (last.Any(referrer => referrer.Digest == manifest.Digest)) return;
        throw new InkException(
            ErrorCodes.Registry, $"'{connection.Host.Name}/{repository}' does not keep {manifest.Digest} in the list of what is attached to {subject.Digest}: others kept changing it. Try again.");
    }

    private async Task<IReadOnlyList<OciDescriptor>?> ListByApiAsync(string repository, string digest, CancellationToken cancellationToken)
    {
        List<OciDescriptor> all = [];
        var path = $"v2/{repository}/referrers/{digest}";
        for (var page = 0; path.Length > 0 && page < MostPages; page++)
        {
            using var response = await connection.SendAsync(
                new RegistryRequest(HttpMethod.Get, path, RegistryScope.Pull(repository)) { Accept = [OciMediaTypes.Index] }, cancellationToken);
            if (page == 0 && response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented) return null;
            if (!response.IsSuccessStatusCode) throw await connection.FailureAsync($"the referrers of '{repository}@{digest}'", response, cancellationToken);
            // A web application answers any address with its first page.
            if (response.Content.Headers.ContentType?.MediaType != OciMediaTypes.Index) return null;
            all.AddRange(Read(repository, digest, await response.Content.ReadAsByteArrayAsync(cancellationToken)).Manifests);
            path = NextPage(response);
        }

        return all;
    }

    private async Task<IReadOnlyList<OciDescriptor>> ListByTagAsync(string repository, string digest, CancellationToken cancellationToken)
    {
        var index = await manifests.GetAsync(repository, FallbackTag(digest), cancellationToken);
        return index?.Manifests ?? [];
    }

    // RFC 8288: Link: </v2/…>; rel="next"
    private string NextPage(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Link", out var links)) return "";
        var link = links.FirstOrDefault(link => link.Contains("rel=\"next\"", StringComparison.OrdinalIgnoreCase) || link.Contains("rel=next", StringComparison.OrdinalIgnoreCase));
        if (link is null || !link.StartsWith('<') || !link.Contains('>', StringComparison.Ordinal)) return "";
        var from = response.RequestMessage?.RequestUri ?? new Uri($"https://{connection.Host.ApiHost}/");
        return new Uri(from, link[1..link.IndexOf('>', StringComparison.Ordinal)]).AbsoluteUri;
    }

    private OciManifest Read(string repository, string digest, byte[] content) =>
        OciManifest.Parse(content, OciMediaTypes.Index) ?? throw new InkException(
            ErrorCodes.Digest, $"The registry '{connection.Host.Name}' answered a question for the referrers of '{repository}@{digest}' with something that is no index. Ask whoever runs it.");

    private static OciManifest IndexOf(IReadOnlyList<OciDescriptor> referrers)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(new Index(2, OciMediaTypes.Index, referrers));
        return OciManifest.Parse(content, OciMediaTypes.Index)!;
    }

    private sealed record Index(
        [property: JsonPropertyName("schemaVersion")] int SchemaVersion,
        [property: JsonPropertyName("mediaType")] string MediaType,
        [property: JsonPropertyName("manifests")] IReadOnlyList<OciDescriptor> Manifests);
}
