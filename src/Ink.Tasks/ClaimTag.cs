using System.Text;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Images;
using Ink.Tasks.Registry;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>
/// Gives the image that the SDK has just uploaded its tag, unless another deployer of the same commit was faster: then its image is taken,
/// so that there is one image of a commit however many build it.
/// </summary>
public sealed class ClaimTag : ImageTask
{
    // https://github.com/opencontainers/image-spec/blob/main/annotations.md#pre-defined-annotation-keys
    private const string Revision = "org.opencontainers.image.revision";

    /// <summary>The source commit, in full.</summary>
    [Required]
    public string Commit { get; set; } = "";

    /// <summary><c>GeneratedContainerManifest</c>: what was built for one architecture.</summary>
    public string Manifest { get; set; } = "";

    /// <summary><c>GeneratedImageIndex</c>: what was built for several; empty for one.</summary>
    public string Index { get; set; } = "";

    /// <summary>The <c>GeneratedContainer</c> items: the images of the index, with metadata <c>Manifest</c>.</summary>
    public ITaskItem[] Containers { get; set; } = [];

    /// <summary>The digest of the image that has the tag.</summary>
    [Output]
    public string Digest { get; set; } = "";

    /// <summary>Whether it is another deployer's image.</summary>
    [Output]
    public bool IsTaken { get; set; }

    /// <summary>How to talk to the registry; for tests.</summary>
    internal RegistryOptions Options { get; init; } = new();

    /// <summary>How long to wait before the tag counts as settled; for tests.</summary>
    internal TimeSpan ShortestWait { get; init; } = TagClaim.ShortestWait;

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var tag = ToImage().ToReference();
        var image = Built(Index.Length > 0 ? Index : Manifest);
        var children = Index.Length > 0 ? Containers.Select(container => Built(container.GetMetadata("Manifest"))) : [];

        Digest = await new TagClaim(Options, ShortestWait).SetAsync(tag, children, image, cancellationToken);
        IsTaken = Digest != image.Digest;
        Detail($"{tag} is {Digest}");
        if (!IsTaken)
            return;

        if (await RevisionOfAsync(tag, cancellationToken) != Commit)
        {
            throw new InkException(
                RuleCatalogue.TagTaken.Id,
                $"The tag {tag} holds {Digest}, and {image.Digest} was just built: somebody else pushed to it at the same time, and what is there does not say that it is of commit {Commit}. "
                + "It was not overwritten. Find out what it is; delete the tag if it is a mistake, then deploy again.");
        }

        Say($"another deployer of {Commit[..8]} was faster; its image is used: {Digest} instead of {image.Digest}.");
    }

    private static OciManifest Built(string json) => OciManifest.Parse(Encoding.UTF8.GetBytes(json), contentType: null)
        ?? throw new InkException(ErrorCodes.Digest, "The .NET SDK published an image and did not say which: it gave no manifest. Check that no target of the project changes GeneratedContainerManifest or GeneratedImageIndex.");

    private async Task<string?> RevisionOfAsync(ImageReference tag, CancellationToken cancellationToken)
    {
        using var client = new RegistryClient(tag.Registry, Options);
        return await new ImageRepository(tag, client).ReadLabelAsync(Digest, Revision, cancellationToken);
    }
}
