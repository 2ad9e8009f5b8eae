using System.Globalization;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Images;
using Ink.Tasks.Registry;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>
/// Says which image has the tag once it no longer moves. Where another deployer of the same commit was faster it is that one's, so that there is
/// one image of a commit however many build it.
/// </summary>
public sealed class SettleTag : ImageTask
{
    // https://github.com/opencontainers/image-spec/blob/main/annotations.md#pre-defined-annotation-keys
    private const string Revision = "org.opencontainers.image.revision";

    /// <summary>The source commit, in full.</summary>
    [Required]
    public string Commit { get; set; } = "";

    /// <summary>The digest of what was built.</summary>
    [Required]
    public string BuiltDigest { get; set; } = "";

    /// <summary>When the tag no longer moves, as <see cref="ClaimTag"/> says it; empty for now.</summary>
    public string SettlesAt { get; set; } = "";

    /// <summary>The digest of the image that has the tag: before, and in the end.</summary>
    [Required]
    [Output]
    public string Digest { get; set; } = "";

    /// <summary>Whether it is another deployer's image.</summary>
    [Output]
    public bool IsTaken { get; set; }

    /// <summary>How to talk to the registry; for tests.</summary>
    internal RegistryOptions Options { get; init; } = new();

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var tag = ToImage().ToReference();
        long? time = SettlesAt.Length == 0 ? null : long.Parse(SettlesAt, CultureInfo.InvariantCulture);
        Digest = await new TagClaim(Options, TagClaim.ShortestWait).SettleAsync(tag, new TagSetting(Digest, time), cancellationToken);
        IsTaken = Digest != BuiltDigest;
        Detail($"{tag} is {Digest}");
        if (!IsTaken)
            return;

        if (await RevisionOfAsync(tag, cancellationToken) != Commit)
        {
            throw new InkException(
                RuleCatalogue.TagTaken.Id,
                $"The tag {tag} holds {Digest}, and {BuiltDigest} was just built: somebody else pushed to it at the same time, and what is there does not say that it is of commit {Commit}. "
                + "It was not overwritten. Find out what it is; delete the tag if it is a mistake, then deploy again.");
        }

        Say($"another deployer of {Commit[..8]} was faster; its image is used: {Digest} instead of {BuiltDigest}.");
    }

    private async Task<string?> RevisionOfAsync(ImageReference tag, CancellationToken cancellationToken)
    {
        using var client = new RegistryClient(tag.Registry, Options);
        return await new ImageRepository(tag, client).ReadLabelAsync(Digest, Revision, cancellationToken);
    }
}
