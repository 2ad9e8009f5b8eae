using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>A task about one image.</summary>
public abstract class ImageTask : InkTask
{
    /// <summary>The registry's host and port; empty for archives.</summary>
    public string RegistryHost { get; set; } = "";

    /// <summary>The image's repository.</summary>
    [Required]
    public string Repository { get; set; } = "";

    /// <summary>The image's tag.</summary>
    [Required]
    public string Tag { get; set; } = "";

    private protected ImageName ToImage(string? digest = null) => ImageName.From(RegistryHost, Repository, Tag, digest);
}
