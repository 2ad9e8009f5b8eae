using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>A writable <c>/tmp</c> on an otherwise read-only root, for each container its own, unless a declared volume is there for all.</summary>
internal static class TemporaryFiles
{
    public const string Path = ImageDirectories.Temporary;

    private const string Name = "tmp";

    /// <summary>The volumes of all containers of the workload's pods.</summary>
    public static IEnumerable<V1Volume> Volumes(WorkloadSpec workload) => IsReplaced(workload)
        ? []
        : workload.Sidecars
            .OrderBy(sidecar => sidecar.Name, StringComparer.Ordinal)
            .Select(sidecar => Volume(NameOf(sidecar), sidecar.Resources))
            .Prepend(Volume(Name, workload.Resources));

    /// <summary>The mount in the app's container.</summary>
    public static IEnumerable<V1VolumeMount> Mounts(WorkloadSpec workload) => Mounts(workload, Name);

    /// <summary>The mount in a sidecar.</summary>
    public static IEnumerable<V1VolumeMount> Mounts(WorkloadSpec workload, SidecarSpec sidecar) => Mounts(workload, NameOf(sidecar));

    private static IEnumerable<V1VolumeMount> Mounts(WorkloadSpec workload, string name) =>
        IsReplaced(workload) ? [] : [new V1VolumeMount { Name = name, MountPath = Path }];

    private static bool IsReplaced(WorkloadSpec workload) => workload.Volumes.Any(volume => volume.MountPath == Path);

    private static string NameOf(SidecarSpec sidecar) => ShortName.Join(Name, sidecar.Name);

    private static V1Volume Volume(string name, ResourcesSpec resources) => new() { Name = name, EmptyDir = ScratchSpace.Of(resources) };
}
