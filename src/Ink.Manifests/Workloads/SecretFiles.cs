using Ink.Model.Specs;

namespace Ink.Manifests.Workloads;

/// <summary>Groups the secrets that are mounted as files by their directory.</summary>
internal static class SecretFiles
{
    public static IReadOnlyList<SecretDirectory> Of(WorkloadSpec workload) =>
    [
        .. workload.Secrets
            .Where(secret => secret.File is not null)
            .OrderBy(secret => secret.File, StringComparer.Ordinal)
            .GroupBy(secret => DirectoryOf(secret.File!), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SecretDirectory(group.Key, [.. group])),
    ];

    // Not System.IO.Path: this is a path in a Linux container, whatever system renders it.
    private static string DirectoryOf(string file)
    {
        var end = file.LastIndexOf('/');
        return end <= 0 ? "/" : file[..end];
    }
}
