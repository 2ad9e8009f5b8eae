using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// A registry, as far as a deploy needs the OCI distribution specification
/// (https://github.com/opencontainers/distribution-spec/blob/main/spec.md).
/// </summary>
internal sealed class RegistryClient : IDisposable
{
    /// <summary>Makes a client for one registry; nothing is sent yet.</summary>
    /// <param name="registry">Its host, with its port if it has one.</param>
    /// <param name="options">What to work with.</param>
    public RegistryClient(string registry, RegistryOptions? options = null)
    {
        Connection = new RegistryConnection(registry, options ?? new RegistryOptions());
        Manifests = new RegistryManifests(Connection);
        Blobs = new RegistryBlobs(Connection);
        Referrers = new RegistryReferrers(Connection, Manifests);
    }

    /// <summary>The registry as image references name it.</summary>
    public string Name => Connection.Host.Name;

    /// <summary>How it is talked to, for requests of another kind.</summary>
    public RegistryConnection Connection { get; }

    /// <summary>Manifests and indexes, and the tags on them.</summary>
    public RegistryManifests Manifests { get; }

    /// <summary>Configs, layers, and what else manifests consist of.</summary>
    public RegistryBlobs Blobs { get; }

    /// <summary>What is attached to an image: signatures, lists of components, provenance.</summary>
    public RegistryReferrers Referrers { get; }

    /// <summary>The digest of the manifest or index that a tag (or digest) names; null where the registry has none such.</summary>
    /// <param name="reference">The image.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="mayBeNew">See <see cref="RegistryManifests.ResolveAsync"/>.</param>
    /// <exception cref="InkException">INK4002: unreachable or refused. INK4006: an answer that is not the specification's.</exception>
    public Task<string?> ResolveDigestAsync(ImageReference reference, CancellationToken cancellationToken, bool mayBeNew = false) =>
        Manifests.ResolveAsync(reference.Repository, reference.Selector, cancellationToken, mayBeNew);

    /// <inheritdoc />
    public void Dispose() => Connection.Dispose();
}
