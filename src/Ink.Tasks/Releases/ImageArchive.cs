using Ink.Tasks.Errors;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Releases;

/// <summary>Images as OCI archives in a folder, where no registry is set.</summary>
internal static class ImageArchive
{
    /// <summary>Where the archive of an image is.</summary>
    public static string PathOf(string outputPath, ImageName image) =>
        Path.Combine(outputPath, "images", $"{image.Repository.Replace('/', '-')}-{image.Tag}.tar");

    /// <summary>The digest of the image in an archive, or <see langword="null"/> where there is no archive.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="mustBeWhole">Whether a damaged archive is an error; else it counts as none, and is made anew.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InkException">INK4006: the archive is damaged.</exception>
    public static async Task<string?> ReadDigestAsync(string path, bool mustBeWhole, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return await OciArchive.ReadDigestAsync(path, cancellationToken);
        }
        catch (InkException) when (!mustBeWhole)
        {
            // What a publish that was killed half-way leaves behind.
            return null;
        }
    }
}
