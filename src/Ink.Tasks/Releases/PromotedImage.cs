using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Releases;

/// <summary>The image of a promotion: the very one that was deployed, at its place or copied to another one.</summary>
/// <param name="source">The image of the release.</param>
/// <param name="target">What it is called in the environment that it is promoted to.</param>
/// <param name="options">What registries are asked with.</param>
internal sealed class PromotedImage(ImageName source, ImageName target, RegistryOptions options)
{
    /// <summary>Whether it goes to another registry or repository.</summary>
    public bool Moves => source != target;

    /// <summary>What a release's image is called in another environment.</summary>
    /// <param name="released">The image of the release.</param>
    /// <param name="from">What the settings call it in the release's environment.</param>
    /// <param name="to">What they call it in the other one.</param>
    /// <returns>
    /// The other environment's own name, where it has one. Else the release's, whatever the settings say by now: a registry that
    /// <c>-p:</c> gave to the deploy alone is no reason to look for the image elsewhere.
    /// </returns>
    /// <exception cref="InkException">INK4012: it is on the machine that made it, and the other environment has a registry.</exception>
    public static ImageName NameOf(ImageName released, ImageName from, ImageName to)
    {
        if (to.Registry is null || IsSamePlace(from, to) && released.Registry is not null)
            return released;
        if (released.Registry is null)
        {
            throw new InkException(
                RuleCatalogue.NothingToPromote.Id,
                $"The image {released} is in no registry: it is on the machine that made it, and cannot be promoted to '{to.Registry}'. Set InkRegistry, and deploy the commit once more where it was deployed.");
        }

        return IsSamePlace(released, to) ? released : to with { Tag = released.Tag, Digest = released.Digest };
    }

    /// <summary>Sees to it that the image is there. One that moves is copied with what is attached to it, and gets its tag where that is free.</summary>
    /// <returns>What was copied; <see langword="null"/> for an image that stays.</returns>
    /// <exception cref="InkException">
    /// INK4002: a registry is unreachable or refuses. INK4006: the image is not there, or other than its digest says. INK4011: the tag is
    /// there with another image.
    /// </exception>
    public async Task<ImageCopyResult?> ArriveAsync(string outputPath, CancellationToken cancellationToken)
    {
        if (source.Registry is null)
        {
            await FindArchiveAsync(outputPath, cancellationToken);
            return null;
        }

        using var targetClient = new RegistryClient(target.Registry!, options);
        if (!Moves)
        {
            if (await targetClient.ResolveDigestAsync(target.ToReference() with { Digest = target.Digest }, cancellationToken) is null)
                throw Gone($"'{target.Registry}' has it no longer");
            return null;
        }

        var isOneRegistry = string.Equals(source.Registry, target.Registry, StringComparison.OrdinalIgnoreCase);
        using var other = isOneRegistry ? null : new RegistryClient(source.Registry, options with { Use = RegistryUse.Pull });
        return await new ImageCopy(other ?? targetClient, targetClient).RunAsync(source.ToReference() with { Digest = source.Digest }, target.ToReference(), cancellationToken);
    }

    private static bool IsSamePlace(ImageName one, ImageName other) =>
        string.Equals(one.Registry, other.Registry, StringComparison.OrdinalIgnoreCase) && one.Repository == other.Repository;

    // What a container engine has is known by its tag alone.
    private async Task FindArchiveAsync(string outputPath, CancellationToken cancellationToken)
    {
        if (source.Digest is null)
            return;
        var path = ImageArchive.PathOf(outputPath, source);
        if (await ImageArchive.ReadDigestAsync(path, mustBeWhole: true, cancellationToken) != source.Digest)
            throw Gone($"the archive {path} is missing or holds another image");
    }

    private InkException Gone(string reason) => new(
        ErrorCodes.Digest, $"The image {source} of the release cannot be promoted: {reason}. Deploy its commit again where it was deployed, or promote a newer release. Nothing was pushed.");
}
