using System.Collections.Concurrent;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>One copy: walks a tree of manifests from its leaves, and counts.</summary>
internal sealed class ImageCopyRun(RegistryClient source, string from, RegistryClient target, string to, int parallel)
{
    private const int DeepestReferrer = 3;

    private readonly ConcurrentDictionary<string, Lazy<Task>> _blobs = new(StringComparer.Ordinal);
    private readonly List<string> _notAttached = [];
    private int _sent;
    private int _mounted;
    private int _present;
    private long _bytes;

    private bool IsWithinOneRegistry => source.Name.Equals(target.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A manifest of the source.</summary>
    /// <exception cref="InkException">INK4006: it is not there.</exception>
    public async Task<OciManifest> FetchAsync(string digest, CancellationToken cancellationToken) =>
        await source.Manifests.GetAsync(from, digest, cancellationToken)
        ?? throw new InkException(ErrorCodes.Digest, $"'{source.Name}/{from}@{digest}' is not there, so it cannot be copied to '{target.Name}/{to}'. Was it deleted, or is a platform's image of an index missing? Publish it again.");

    /// <summary>Copies what a manifest consists of, so that it can be pushed.</summary>
    public async Task CopyPartsAsync(OciManifest manifest, int depth, CancellationToken cancellationToken)
    {
        if (depth == 0) throw new InkException(ErrorCodes.Digest, $"The index '{source.Name}/{from}@{manifest.Digest}' is nested too deeply to be an image.");
        // One that failed ends the others: there will be no image, and what has arrived stays for the next time.
        await Parallel.ForEachAsync(manifest.Blobs.Where(IsDistributed), Options(), async (blob, token) => await CopyBlobOnceAsync(blob, token));
        foreach (var child in manifest.Manifests) await CopyManifestAsync(child.Digest, depth - 1, cancellationToken);

        ParallelOptions Options() => new() { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken };
    }

    /// <summary>Copies what is attached to an image, and what is attached to that: a signature of a list of components, say.</summary>
    /// <remarks>
    /// Not every registry takes what another one lists (ECR answers 405 to some: aws/containers-roadmap#2783), and in one whose
    /// tags are all immutable a list under a tag cannot grow. The image is whole without it: what is missing is told instead.
    /// </remarks>
    public async Task CopyReferrersAsync(string digest, CancellationToken cancellationToken, int depth = DeepestReferrer)
    {
        if (depth == 0) return;
        IReadOnlyList<OciDescriptor> referrers = [];
        await TellAsync($"what is attached to {digest}", async () => referrers = await source.Referrers.ListAsync(from, digest, cancellationToken));
        foreach (var referrer in referrers)
        {
            if (await TellAsync($"{referrer.ArtifactType} {referrer.Digest}", () => CopyReferrerAsync(referrer, digest, cancellationToken)))
                await CopyReferrersAsync(referrer.Digest, cancellationToken, depth - 1);
        }
    }

    /// <summary>Pushes a manifest whose parts are there.</summary>
    public Task PushAsync(OciManifest manifest, string? tag, CancellationToken cancellationToken) =>
        target.Manifests.PushAsync(to, manifest, tag, cancellationToken);

    /// <summary>What was done.</summary>
    public ImageCopyResult Result(string digest) => new(digest, _sent, _bytes, _mounted, _present, _notAttached);

    private async Task CopyReferrerAsync(OciDescriptor referrer, string subject, CancellationToken cancellationToken)
    {
        var manifest = await FetchAsync(referrer.Digest, cancellationToken);
        // A list under a tag can be out of date; what a manifest says of itself is sealed by its digest.
        if (manifest.Subject?.Digest != subject) return;
        await CopyPartsAsync(manifest, 1, cancellationToken);
        await target.Referrers.PushAsync(to, manifest, cancellationToken);
    }

    private async Task<bool> TellAsync(string what, Func<Task> attach)
    {
        try
        {
            await attach();
            return true;
        }
        catch (InkException failed)
        {
            _notAttached.Add($"{what}: {failed.Message}");
            return false;
        }
    }

    private async Task CopyManifestAsync(string digest, int depth, CancellationToken cancellationToken)
    {
        // A registry takes no manifest whose parts it has not, so one that is there is there as a whole.
        if (await target.ResolveDigestAsync(new ImageReference(target.Name, to, Digest: digest), cancellationToken, mayBeNew: true) is not null)
        {
            _present++;
            return;
        }

        var manifest = await FetchAsync(digest, cancellationToken);
        await CopyPartsAsync(manifest, depth, cancellationToken);
        await PushAsync(manifest, tag: null, cancellationToken);
    }

    // Layers of Windows that only Microsoft's servers have: manifests name them, registries do not want them.
    private static bool IsDistributed(OciDescriptor blob) =>
        !blob.MediaType.Contains("nondistributable", StringComparison.Ordinal) && !blob.MediaType.Contains(".foreign.", StringComparison.Ordinal);

    // Images of several platforms share blobs, and one image may name a blob twice.
    private Task CopyBlobOnceAsync(OciDescriptor blob, CancellationToken cancellationToken) =>
        _blobs.GetOrAdd(blob.Digest, _ => new Lazy<Task>(() => CopyBlobAsync(blob, cancellationToken))).Value;

    private async Task CopyBlobAsync(OciDescriptor blob, CancellationToken cancellationToken)
    {
        if (await target.Blobs.ExistsAsync(to, blob.Digest, cancellationToken))
        {
            Interlocked.Increment(ref _present);
            return;
        }

        if (IsWithinOneRegistry && await target.Blobs.MountAsync(to, blob.Digest, from, cancellationToken))
        {
            Interlocked.Increment(ref _mounted);
            return;
        }

        await target.Blobs.PushAsync(to, blob, async token => await source.Blobs.OpenAsync(from, blob, token), cancellationToken);
        Interlocked.Increment(ref _sent);
        Interlocked.Add(ref _bytes, blob.Size);
    }
}
