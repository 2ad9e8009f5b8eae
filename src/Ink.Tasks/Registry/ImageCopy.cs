using Ink.Model.Rules;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// Copies an image, digest by digest, to another registry or repository: what it consists of first, then what names that, then
/// the tag. So a tag never names half an image, and a copy that broke off is taken up where it was, for what has arrived is
/// found there and not sent again.
/// </summary>
/// <param name="source">Where the image is.</param>
/// <param name="target">Where it goes; may be the same client.</param>
internal sealed class ImageCopy(RegistryClient source, RegistryClient target)
{
    // Registries throttle long before a connection is full; and each takes one buffer of memory.
    private const int Parallel = 4;

    // An index of indexes is allowed, and nobody needs four. A circle cannot be: a digest would have to contain itself.
    private const int Deepest = 4;

    /// <summary>Copies the image and what is attached to it.</summary>
    /// <param name="from">The image, by digest.</param>
    /// <param name="to">Where to, by tag.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InkException">
    /// INK4002: a registry is unreachable or refuses. INK4006: something is missing or other than its digest says. INK4011: the tag
    /// is there with another image. In each case the tag is as it was.
    /// </exception>
    public async Task<ImageCopyResult> RunAsync(ImageReference from, ImageReference to, CancellationToken cancellationToken)
    {
        var digest = from.Digest ?? throw new ArgumentException("An image is copied by digest.", nameof(from));
        if (to.Tag is null) throw new ArgumentException("A copy gets a tag.", nameof(to));
        var known = await target.ResolveDigestAsync(to, cancellationToken, mayBeNew: true);
        if (known is not null && known != digest) throw Taken(to, known, digest);

        var run = new ImageCopyRun(source, from.Repository, target, to.Repository, Parallel);
        if (known is not null)
        {
            // The image is there; what is attached to it may have come later, or not have arrived.
            await run.CopyReferrersAsync(digest, cancellationToken);
            return run.Result(digest);
        }

        var image = await run.FetchAsync(digest, cancellationToken);
        await run.CopyPartsAsync(image, Deepest, cancellationToken);
        await run.PushAsync(image, tag: null, cancellationToken);
        // Before the tag: whoever looks the tag up finds them all.
        await run.CopyReferrersAsync(digest, cancellationToken);
        await TagAsync(run, image, to, cancellationToken);
        return run.Result(digest);
    }

    // Tags can be immutable, and then somebody else's push is the one that counts, whatever words the registry has for that.
    private async Task TagAsync(ImageCopyRun run, OciManifest image, ImageReference to, CancellationToken cancellationToken)
    {
        var meanwhile = await target.ResolveDigestAsync(to, cancellationToken);
        if (meanwhile is not null && meanwhile != image.Digest) throw Taken(to, meanwhile, image.Digest);
        try
        {
            if (meanwhile is null) await run.PushAsync(image, to.Tag, cancellationToken);
        }
        catch (InkException refused)
        {
            var there = await target.ResolveDigestAsync(to, cancellationToken);
            if (there is null) throw;
            if (there != image.Digest) throw Taken(to, there, image.Digest, refused);
        }

        var arrived = await target.ResolveDigestAsync(to, cancellationToken);
        if (arrived is null) throw new InkException(ErrorCodes.Digest, $"'{to}' was pushed, and yet it is not there. Check that the registry's answer is not cached by a proxy, then try again.");
        if (arrived != image.Digest) throw Taken(to, arrived, image.Digest);
    }

    private static InkException Taken(ImageReference to, string there, string wanted, Exception? inner = null) => new(
        RuleCatalogue.TagTaken.Id, $"The tag '{to}' holds {there}, and {wanted} was to be copied there. A tag that is a commit stands for one image: delete the tag if it is the wrong one, then try again.", inner);
}
