using Ink.Model.Specs;
using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>The secrets of a workload that are files of one directory, and so share a volume.</summary>
/// <param name="Path">The directory, absolute.</param>
/// <param name="Secrets">Its secrets, by file (ordinal).</param>
internal sealed record SecretDirectory(string Path, IReadOnlyList<SecretSpec> Secrets)
{
    // Octal 0440: the owner is root, the group is the pod's fsGroup.
    private const int ReadableByGroup = 288;

    public V1Volume Volume(AppSpec app) => new()
    {
        Name = VolumeName,
        Secret = new V1SecretVolumeSource
        {
            SecretName = app.Name,
            DefaultMode = ReadableByGroup,
            Items = [.. Secrets.Select(secret => new V1KeyToPath { Key = secret.Key, Path = FileName(secret) })],
        },
    };

    /// <summary>
    /// One mount of the directory, so that a rotated secret reaches the running pod. In a directory that the image or the system
    /// has files of its own in, each file is mounted by itself: it is then read at the start only, but hides nothing.
    /// </summary>
    public IEnumerable<V1VolumeMount> Mounts() =>
        ImageDirectories.Contains(Path)
            ? Secrets.Select(secret => new V1VolumeMount
            {
                Name = VolumeName,
                MountPath = secret.File!,
                SubPath = FileName(secret),
                ReadOnlyProperty = true,
            })
            : [new V1VolumeMount { Name = VolumeName, MountPath = Path, ReadOnlyProperty = true }];

    private string VolumeName => ShortName.OfPath("secret", Path);

    private static string FileName(SecretSpec secret) => ContainerPath.FileName(secret.File!);
}
