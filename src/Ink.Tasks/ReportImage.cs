using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>Says which image there is now.</summary>
public sealed class ReportImage : ImageTask
{
    /// <summary>The image's digest; empty where only a container engine has it.</summary>
    public string Digest { get; set; } = "";

    /// <summary>Whether it was there before this call.</summary>
    public bool Existed { get; set; }

    /// <summary>The archive's path; empty where the image is elsewhere.</summary>
    public string Archive { get; set; } = "";

    /// <summary><c>LocalRegistry</c> of the .NET SDK.</summary>
    public string LocalRegistry { get; set; } = "";

    /// <inheritdoc/>
    private protected override Task RunAsync(CancellationToken cancellationToken)
    {
        var image = ToImage(Digest);
        var place = image.Registry is not null ? ""
            : Archive.Length > 0 ? $", in {Archive} (InkRegistry is not set)"
            : $", in {LocalRegistry} on this machine (InkRegistry is not set)";
        Conclude($"image {image} {(Existed ? "was there already" : "published")}{place}");
        return Task.CompletedTask;
    }
}
