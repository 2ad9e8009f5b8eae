using Ink.Tasks.Registry;
using Ink.Tasks.SupplyChain;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>Has the image signed by the user's cosign. One that was there already is signed only if nobody has.</summary>
public sealed class SignImage : SigningTask
{
    /// <summary>The image's digest.</summary>
    [Required]
    public string Digest { get; set; } = "";

    /// <summary><c>InkCosignKey</c>.</summary>
    public string CosignKey { get; set; } = "";

    /// <summary>Whether the image was there before this call.</summary>
    public bool Existed { get; set; }

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var signer = Signer();
        var image = ToImage(Digest);
        if (image.Registry is null)
        {
            Say("InkRegistry is not set: cosign signs images in a registry, and the archive is not signed.");
            return;
        }

        if (Existed)
        {
            using var client = new RegistryClient(image.Registry);
            if (await new ImageArtifacts(client, image.Repository, Digest).IsSignedAsync(cancellationToken))
                return;
        }

        await signer.SignAsync($"{image.Registry}/{image.Repository}@{Digest}", CosignKey, cancellationToken);
        Say($"image {image} signed by cosign");
    }
}
