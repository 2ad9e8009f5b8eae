using System.Text.Json;
using Ink.Tasks.Errors;
using Ink.Tasks.Registry;
using Ink.Tasks.SupplyChain.Provenance;

namespace Ink.Tasks.SupplyChain;

/// <summary>What is attached to one image in a registry.</summary>
/// <param name="client">The registry.</param>
/// <param name="repository">The image's repository, which holds what is attached too.</param>
/// <param name="digest">The image's digest.</param>
internal sealed class ImageArtifacts(RegistryClient client, string repository, string digest)
{
    // What cosign attaches: since version 3 a bundle that is a referrer, before that a manifest under a tag of this ending.
    private const string SignatureBundle = "application/vnd.dev.sigstore.bundle";
    private const string SignatureTag = ".sig";

    /// <summary>The image's manifest or index.</summary>
    /// <exception cref="InkException">INK4006: it is not there. INK4002: unreachable or refused.</exception>
    public async Task<OciManifest> ReadImageAsync(CancellationToken cancellationToken) =>
        await client.Manifests.GetAsync(repository, digest, cancellationToken)
        ?? throw new InkException(
            ErrorCodes.Digest, $"The image {client.Name}/{repository}@{digest} was published, and yet it is not there to attach anything to. Check that the registry's answer is not cached by a proxy, then deploy again.");

    /// <summary>What the image was built on, by its labels; of an index, by those of its first image, for all are built on one.</summary>
    /// <param name="image">The image's manifest or index.</param>
    /// <param name="asked">The name that the build asked for; empty where it is not known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InkException">INK4002: unreachable or refused. INK4006: an answer that is not the specification's.</exception>
    public async Task<BaseImage?> ReadBaseImageAsync(OciManifest image, string asked, CancellationToken cancellationToken)
    {
        // Each image of an index names its own digest of the base; the index of the base is not among them.
        var single = image.Manifests.Count == 0 ? image : await client.Manifests.GetAsync(repository, image.Manifests[0].Digest, cancellationToken);
        if (single is not { Blobs.Count: > 0 })
            return null;
        var configuration = await client.Blobs.ReadAsync(repository, single.Blobs[0], cancellationToken);
        try
        {
            using var json = JsonDocument.Parse(configuration);
            return json.RootElement.ValueKind == JsonValueKind.Object ? BaseImage.Read(json.RootElement, asked) : null;
        }
        catch (JsonException)
        {
            return null; // An image whose configuration is of another form names no base.
        }
    }

    /// <summary>Attaches artefacts.</summary>
    /// <returns>Those that were not there before.</returns>
    /// <exception cref="InkException">INK4002: unreachable or refused.</exception>
    public async Task<IReadOnlyList<Artifact>> AttachAsync(IReadOnlyList<Artifact> artifacts, OciManifest image, CancellationToken cancellationToken)
    {
        var known = (await client.Referrers.ListAsync(repository, digest, cancellationToken)).Select(referrer => referrer.Digest).ToHashSet(StringComparer.Ordinal);
        var missing = artifacts.Select(artifact => (Artifact: artifact, Manifest: artifact.ToManifest(image))).Where(entry => !known.Contains(entry.Manifest.Digest)).ToList();
        if (missing.Count == 0)
            return [];

        // Blobs all at once; manifests one after the other, since each may change the one list of what is attached.
        var blobs = missing.Select(entry => client.Blobs.PushAsync(repository, entry.Artifact.ArtifactType, entry.Artifact.Content, cancellationToken));
        await Task.WhenAll(blobs.Prepend(client.Blobs.PushAsync(repository, OciMediaTypes.Empty, Artifact.EmptyConfig, cancellationToken)));
        foreach (var (_, manifest) in missing)
            await client.Referrers.PushAsync(repository, manifest, cancellationToken);
        return [.. missing.Select(entry => entry.Artifact)];
    }

    /// <summary>Whether cosign has signed the image, with whatever key.</summary>
    /// <exception cref="InkException">INK4002: unreachable or refused.</exception>
    public async Task<bool> IsSignedAsync(CancellationToken cancellationToken)
    {
        if (await client.Manifests.ResolveAsync(repository, RegistryReferrers.FallbackTag(digest) + SignatureTag, cancellationToken) is not null)
            return true;
        var known = await client.Referrers.ListAsync(repository, digest, cancellationToken);
        return known.Any(referrer => referrer.ArtifactType?.StartsWith(SignatureBundle, StringComparison.Ordinal) == true);
    }
}
