using Ink.Model.Specs;
using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>A writable <c>/tmp</c> on an otherwise read-only root, unless a declared volume is there.</summary>
internal static class TemporaryFiles
{
    public const string Path = ImageDirectories.Temporary;

    private const string Name = "tmp";

    public static IEnumerable<V1Volume> Volumes(WorkloadSpec workload) =>
        IsReplaced(workload) ? [] : [new V1Volume { Name = Name, EmptyDir = ScratchSpace.Of(workload.Resources) }];

    public static IEnumerable<V1VolumeMount> Mounts(WorkloadSpec workload) =>
        IsReplaced(workload) ? [] : [new V1VolumeMount { Name = Name, MountPath = Path }];

    private static bool IsReplaced(WorkloadSpec workload) => workload.Volumes.Any(volume => volume.MountPath == Path);
}
