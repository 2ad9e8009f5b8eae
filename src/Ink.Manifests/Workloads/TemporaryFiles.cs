using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>A writable <c>/tmp</c> on an otherwise read-only root.</summary>
internal static class TemporaryFiles
{
    public const string Path = "/tmp";

    private const string Name = "tmp";

    // An unlimited emptyDir can fill the node's disk, and then every pod on it is at risk; with a limit only this one is evicted.
    // 1Gi leaves room for the uploads that ASP.NET Core buffers here and for a memory dump. Declared ephemeral storage is the
    // user's own word on it: it counts /tmp anyway.
    private const string DefaultLimit = "1Gi";

    public static V1Volume Volume(WorkloadSpec workload) => new()
    {
        Name = Name,
        EmptyDir = new V1EmptyDirVolumeSource
        {
            SizeLimit = new ResourceQuantity(workload.Resources.EphemeralStorage?.Text ?? DefaultLimit),
        },
    };

    public static V1VolumeMount Mount() => new() { Name = Name, MountPath = Path };
}
