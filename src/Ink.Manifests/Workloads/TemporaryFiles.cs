using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>A writable <c>/tmp</c> on an otherwise read-only root, for each container its own.</summary>
internal static class TemporaryFiles
{
    public const string Path = "/tmp";

    private const string Name = "tmp";

    // An unlimited emptyDir can fill the node's disk, and then every pod on it is at risk; with a limit only this one is evicted.
    // 1Gi leaves room for the uploads that ASP.NET Core buffers here and for a memory dump. Declared ephemeral storage is the
    // user's own word on it: it counts /tmp anyway.
    private const string DefaultLimit = "1Gi";

    /// <summary>The volumes of all containers of the workload's pods.</summary>
    public static IEnumerable<V1Volume> Volumes(WorkloadSpec workload) =>
        workload.Sidecars
            .OrderBy(sidecar => sidecar.Name, StringComparer.Ordinal)
            .Select(sidecar => Volume(NameOf(sidecar), sidecar.Resources))
            .Prepend(Volume(Name, workload.Resources));

    /// <summary>The mount in the app's container.</summary>
    public static V1VolumeMount Mount() => new() { Name = Name, MountPath = Path };

    /// <summary>The mount in a sidecar.</summary>
    public static V1VolumeMount Mount(SidecarSpec sidecar) => new() { Name = NameOf(sidecar), MountPath = Path };

    private static string NameOf(SidecarSpec sidecar) => ShortName.Join(Name, sidecar.Name);

    private static V1Volume Volume(string name, ResourcesSpec resources) => new()
    {
        Name = name,
        EmptyDir = new V1EmptyDirVolumeSource { SizeLimit = new ResourceQuantity(resources.EphemeralStorage?.Text ?? DefaultLimit) },
    };
}
