using System.Globalization;
using System.Text;
using Ink.Tasks.Errors;
using Ink.Tasks.Images;
using Ink.Tasks.Registry;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>
/// Gives the image that the SDK has just uploaded its tag, unless it is set by now. Who has it in the end <see cref="SettleTag"/> says: until then
/// there is time for what does not depend on it.
/// </summary>
public sealed class ClaimTag : ImageTask
{
    /// <summary><c>GeneratedContainerManifest</c>: what was built for one architecture.</summary>
    public string Manifest { get; set; } = "";

    /// <summary><c>GeneratedImageIndex</c>: what was built for several; empty for one.</summary>
    public string Index { get; set; } = "";

    /// <summary>The <c>GeneratedContainer</c> items: the images of the index, with metadata <c>Manifest</c>.</summary>
    public ITaskItem[] Containers { get; set; } = [];

    /// <summary>The digest of the image that has the tag now.</summary>
    [Output]
    public string Digest { get; set; } = "";

    /// <summary>The digest of what was built.</summary>
    [Output]
    public string BuiltDigest { get; set; } = "";

    /// <summary>When the tag no longer moves, for <see cref="SettleTag"/>.</summary>
    [Output]
    public string SettlesAt { get; set; } = "";

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

        var setting = await new TagClaim(Options, ShortestWait).SetAsync(tag, children, image, cancellationToken);
        Digest = setting.Digest;
        BuiltDigest = image.Digest;
        IsTaken = Digest != BuiltDigest;
        SettlesAt = setting.SettlesAt?.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    private static OciManifest Built(string json) => OciManifest.Parse(Encoding.UTF8.GetBytes(json), contentType: null)
        ?? throw new InkException(ErrorCodes.Digest, "The .NET SDK published an image and did not say which: it gave no manifest. Check that no target of the project changes GeneratedContainerManifest or GeneratedImageIndex.");
}
