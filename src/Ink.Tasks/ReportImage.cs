using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>Says which image there is now.</summary>
public sealed class ReportImage : ImageTask
{
    /// <summary>The image's digest.</summary>
    [Required]
    public string Digest { get; set; } = "";

    /// <summary>Whether it was there before this call.</summary>
    public bool Existed { get; set; }

    /// <summary>The archive's path; empty with a registry.</summary>
    public string Archive { get; set; } = "";

    /// <inheritdoc/>
    private protected override Task RunAsync(CancellationToken cancellationToken)
    {
        var image = ToImage(Digest);
        var place = Archive.Length == 0 ? "" : $", in {Archive} (InkRegistry is not set)";
        Conclude($"image {image} {(Existed ? "was there already" : "published")}{place}");
        return Task.CompletedTask;
    }
}
