using System.Diagnostics;
using Ink.Tasks.Errors;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Images;

/// <summary>
/// Sets a tag that is to stand for one image for ever, on registries that know no "set unless it is there". By M. Fischer's algorithm for
/// mutual exclusion with timing: look, set only where nothing is, wait for longer than anyone needs from look to setting, look again. What
/// is seen then no longer moves, so that all who race take the same image, the one that was set last.
/// What it cannot do: keep somebody from setting the tag who does not look, or who is held up between look and setting for longer than the
/// wait. Only immutable tags do; they make the setting fail, and then again what is there is taken.
/// </summary>
/// <param name="options">How to talk to the registry.</param>
/// <param name="shortestWait">The wait where the registry is near; a far one gets three times what our own look and setting took.</param>
internal sealed class TagClaim(RegistryOptions options, TimeSpan shortestWait)
{
    /// <summary>A look and a setting are two requests of a few milliseconds.</summary>
    public static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    private const int Attempts = 5;
    private const int WaitFactor = 3;

    /// <summary>Makes the tag name the image unless it names one, and gives what it names now. <see cref="SettleAsync"/> has the last word.</summary>
    /// <param name="tag">The image's name, with its tag.</param>
    /// <param name="children">The images of an index, put beforehand; none for a single image.</param>
    /// <param name="image">The image or index.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InkException">INK4002: the registry cannot be reached or refuses, and nothing has the tag.</exception>
    public async Task<TagSetting> SetAsync(ImageReference tag, IEnumerable<OciManifest> children, OciManifest image, CancellationToken cancellationToken)
    {
        using var client = new RegistryClient(tag.Registry, options);
        var repository = new ImageRepository(tag, client);
        foreach (var child in children)
            await SetAsync(repository, client, tag with { Tag = null, Digest = child.Digest }, child, cancellationToken);
        return await SetAsync(repository, client, tag, image, cancellationToken);
    }

    /// <summary>Gives the digest of what the tag names in the end. What may be done in between shortens the wait.</summary>
    /// <exception cref="InkException">INK4006: it names nothing any more. INK4002: the registry cannot be reached or refuses.</exception>
    public async Task<string> SettleAsync(ImageReference tag, TagSetting setting, CancellationToken cancellationToken)
    {
        if (setting.SettlesAt is not { } time)
            return setting.Digest;
        var wait = TimeSpan.FromMilliseconds(time - Environment.TickCount64);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, cancellationToken);
        using var client = new RegistryClient(tag.Registry, options);
        return await client.ResolveDigestAsync(tag, cancellationToken)
            ?? throw new InkException(ErrorCodes.Digest, $"The image {tag} was published, and yet it is not there. Check that the registry's answer is not cached by a proxy, then deploy again.");
    }

    private async Task<TagSetting> SetAsync(
        ImageRepository repository, RegistryClient client, ImageReference reference, OciManifest image, CancellationToken cancellationToken)
    {
        var failure = "";
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var start = Stopwatch.GetTimestamp();
            // Before each setting anew, however the last one failed: it may have got there.
            if (await client.ResolveDigestAsync(reference, cancellationToken, mayBeNew: true) is { } present)
                return Unsettled(reference, present, start);

            switch (await repository.PutAsync(reference.Selector, image, cancellationToken))
            {
                case PutOutcome.Done:
                    return Unsettled(reference, image.Digest, start);
                case PutOutcome.Refused refused:
                    return await client.ResolveDigestAsync(reference, cancellationToken) is { } kept
                        ? new TagSetting(kept, SettlesAt: null)
                        : throw new InkException(ErrorCodes.Registry, $"The registry '{reference.Registry}' does not take '{reference}': {refused.Error}. Check that you may push there (docker login), and what the registry allows as a tag.");
                case PutOutcome.Busy busy:
                    failure = busy.Error.ToString();
                    await Task.Delay(Backoff(attempt), cancellationToken);
                    break;
            }
        }

        throw new InkException(ErrorCodes.Registry, $"The registry '{reference.Registry}' did not take '{reference}' in {Attempts} attempts: {failure}. Deploy again, or ask whoever runs it.");
    }

    private TagSetting Unsettled(ImageReference reference, string digest, long start)
    {
        // A digest names one thing only: nobody can set it to another.
        if (reference.Digest is not null)
            return new TagSetting(digest, SettlesAt: null);
        var wait = WaitFactor * Stopwatch.GetElapsedTime(start);
        return new TagSetting(digest, Environment.TickCount64 + (long)Math.Ceiling((wait > shortestWait ? wait : shortestWait).TotalMilliseconds));
    }

    private TimeSpan Backoff(int attempt)
    {
        var delay = options.FirstDelay * (1 << attempt);
        return delay < options.LongestDelay ? delay : options.LongestDelay;
    }
}
