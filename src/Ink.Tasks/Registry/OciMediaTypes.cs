namespace Ink.Tasks.Registry;

/// <summary>The media types of manifests, by the OCI image specification and by Docker before it.</summary>
internal static class OciMediaTypes
{
    /// <summary>An index: manifests of one image for several platforms, or a list of referrers.</summary>
    public const string Index = "application/vnd.oci.image.index.v1+json";

    /// <summary>The manifest of an image or an artifact.</summary>
    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>The content of the <c>{}</c> that stands in for a config where an artifact has none.</summary>
    public const string Empty = "application/vnd.oci.empty.v1+json";

    private const string DockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json";
    private const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";

    /// <summary>All that a tag may name.</summary>
    public static IReadOnlyList<string> Manifests { get; } = [Index, Manifest, DockerIndex, DockerManifest];

    /// <summary>Whether manifests of this type list other manifests.</summary>
    public static bool IsIndex(string mediaType) => mediaType is Index or DockerIndex;
}
