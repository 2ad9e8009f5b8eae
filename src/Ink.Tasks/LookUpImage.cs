using System.Text;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Images;
using Ink.Tasks.Registry;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>
/// Asks where images are kept for one of them: a registry; where none is set, the container engine that <c>LocalRegistry</c> names, or else
/// a folder of archives.
/// </summary>
public sealed class LookUpImage : ImageTask
{
    /// <summary><c>InkOutputPath</c>, in full.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary><c>LocalRegistry</c> of the .NET SDK; of no account with a registry.</summary>
    public string LocalRegistry { get; set; } = "";

    /// <summary><c>GeneratedContainerDigest</c>, the digest that was published; empty where it is not known.</summary>
    public string ExpectedDigest { get; set; } = "";

    /// <summary><c>GeneratedImageIndex</c>, the index that was published; empty for a single image.</summary>
    public string ExpectedIndex { get; set; } = "";

    /// <summary>Whether the image must be there.</summary>
    public bool Required { get; set; }

    /// <summary>The image's digest; empty where there is none.</summary>
    [Output]
    public string Digest { get; set; } = "";

    /// <summary>Whether it is there.</summary>
    [Output]
    public bool Exists { get; set; }

    /// <summary>The archive's path; empty where the image is elsewhere.</summary>
    [Output]
    public string Archive { get; set; } = "";

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var image = ToImage();
        if (image.Registry is null && LocalRegistry.Length > 0)
        {
            // An engine makes an image of its own of what it loads, so that no digest of ours would find it.
            Exists = await LocalEngine.Of(LocalRegistry, Detail).HasAsync(image.ToString(), cancellationToken);
            if (!Exists && Required)
                throw new InkException(RuleCatalogue.DigestUnresolved.Id, $"The image {image} was loaded into {LocalRegistry}, and yet it is not there. Run '{LocalRegistry.ToLowerInvariant()} images' to see what is.");
            return;
        }

        Archive = image.Registry is null ? ImageArchive.PathOf(OutputPath, image) : "";
        var digest = image.Registry is null
            ? await ImageArchive.ReadDigestAsync(Archive, Required, cancellationToken)
            : await ResolveAsync(image, cancellationToken);

        if (digest is null && Required)
            throw new InkException(RuleCatalogue.DigestUnresolved.Id, $"The image {image} was published, and yet it is not there. Check that the registry's answer is not cached by a proxy, then deploy again: the push is repeated.");
        var expected = ExpectedIndex.Length > 0 ? OciDescriptor.DigestOf(Encoding.UTF8.GetBytes(ExpectedIndex)) : ExpectedDigest;
        if (digest is not null && expected.Length > 0 && digest != expected)
            throw new InkException(RuleCatalogue.TagTaken.Id, $"The tag {image} holds {digest}, and {expected} was just published: somebody else pushed to it at the same time. Deploy again: the image that is there is used.");

        Digest = digest ?? "";
        Exists = digest is not null;
        Detail(digest is null ? $"{image} is not there yet" : $"{image} is {digest}");
    }

    private async Task<string?> ResolveAsync(ImageName image, CancellationToken cancellationToken)
    {
        using var client = new RegistryClient(image.Registry!);
        // Before the push the repository may not be there, and registries are secretive about that; after it, it is.
        return await client.ResolveDigestAsync(image.ToReference(), cancellationToken, mayBeNew: !Required);
    }
}
