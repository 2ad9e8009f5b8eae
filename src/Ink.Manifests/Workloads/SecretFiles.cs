using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Manifests.Workloads;

/// <summary>Groups the secrets that are mounted as files by their directory.</summary>
internal static class SecretFiles
{
    public static IReadOnlyList<SecretDirectory> Of(WorkloadSpec workload) =>
    [
        .. workload.Secrets
            .Where(secret => secret.File is not null)
            .OrderBy(secret => secret.File, StringComparer.Ordinal)
            .GroupBy(secret => ContainerPath.DirectoryOf(secret.File!), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SecretDirectory(group.Key, [.. group])),
    ];
}
