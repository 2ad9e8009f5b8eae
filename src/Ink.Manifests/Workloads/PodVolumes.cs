using Ink.Manifests.Storage;
using Ink.Model.Specs;
using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>The declared volumes and config files of a workload's pods, and where a container has them.</summary>
internal static class PodVolumes
{
    /// <summary>The volumes; those of a StatefulSet's templates are added by its controller.</summary>
    public static IEnumerable<V1Volume> Volumes(AppSpec app, WorkloadSpec workload) =>
    [
        .. Declared(workload).Where(volume => volume.Claim is not { Owner: ClaimOwner.Pod }).Select(volume => Volume(workload, volume)),
        .. Files(workload).Select(file => Volume(app, file)),
    ];

    /// <summary>The mounts.</summary>
    public static IEnumerable<V1VolumeMount> Mounts(WorkloadSpec workload) =>
    [
        .. Declared(workload).Select(volume => new V1VolumeMount
        {
            Name = volume.Name,
            MountPath = volume.MountPath,
            ReadOnlyProperty = volume.IsReadOnly ? true : null,
        }),
        // Each file by itself, so that none hides what else is in its directory. It is read at the start only, and its content never changes.
        .. Files(workload).Select(file => new V1VolumeMount
        {
            Name = VolumeName(file),
            MountPath = file.MountPath,
            SubPath = ConfigMapBuilder.KeyOf(file),
            ReadOnlyProperty = true,
        }),
    ];

    private static IOrderedEnumerable<VolumeSpec> Declared(WorkloadSpec workload) =>
        workload.Volumes.OrderBy(volume => volume.MountPath, StringComparer.Ordinal);

    private static IOrderedEnumerable<ConfigFileSpec> Files(WorkloadSpec workload) =>
        workload.ConfigFiles.OrderBy(file => file.MountPath, StringComparer.Ordinal);

    private static V1Volume Volume(WorkloadSpec workload, VolumeSpec volume) => volume.Claim is { } claim
        ? new V1Volume
        {
            Name = volume.Name,
            PersistentVolumeClaim = new V1PersistentVolumeClaimVolumeSource { ClaimName = claim.Name, ReadOnlyProperty = volume.IsReadOnly ? true : null },
        }
        : new V1Volume { Name = volume.Name, EmptyDir = ScratchSpace.Of(workload.Resources, volume.IsInMemory) };

    private static V1Volume Volume(AppSpec app, ConfigFileSpec file) => new()
    {
        Name = VolumeName(file),
        ConfigMap = new V1ConfigMapVolumeSource { Name = ConfigMapBuilder.NameOf(app, file) },
    };

    private static string VolumeName(ConfigFileSpec file) => ShortName.OfPath("config", file.MountPath);
}
