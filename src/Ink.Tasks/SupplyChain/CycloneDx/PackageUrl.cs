namespace Ink.Tasks.SupplyChain.CycloneDx;

/// <summary>Package URLs (https://github.com/package-url/purl-spec). A colon is never encoded in them, a slash is one only as a separator.</summary>
internal static class PackageUrl
{
    /// <summary>Of a NuGet package.</summary>
    public static string OfNuGet(string id, string version) => $"pkg:nuget/{Encode(id)}@{Encode(version)}";

    /// <summary>Of a container image, by its digest: the name is the last part of the repository.</summary>
    /// <param name="registry">The registry; <see langword="null"/> for an archive.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="digest">The digest.</param>
    public static string OfImage(string? registry, string repository, string digest)
    {
        var purl = $"pkg:oci/{Encode(repository[(repository.LastIndexOf('/') + 1)..])}@{Encode(digest)}";
        return registry is null ? purl : $"{purl}?repository_url={Encode($"{registry}/{repository}")}";
    }

    private static string Encode(string text) => Uri.EscapeDataString(text).Replace("%3A", ":", StringComparison.Ordinal);
}
