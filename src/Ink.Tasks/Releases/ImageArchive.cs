using Ink.Tasks.Registry;

namespace Ink.Tasks.Releases;

/// <summary>Images as OCI archives in a folder, where no registry is set.</summary>
internal static class ImageArchive
{
    /// <summary>Where the archive of an image is.</summary>
    public static string PathOf(string outputPath, ImageName image) =>
        Path.Combine(outputPath, "images", $"{image.Repository.Replace('/', '-')}-{image.Tag}.tar");

    /// <summary>The digest of the image in an archive, or <see langword="null"/> where there is no archive.</summary>
    public static async Task<string?> ReadDigestAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path) ? await OciArchive.ReadDigestAsync(path, cancellationToken) : null;
}
