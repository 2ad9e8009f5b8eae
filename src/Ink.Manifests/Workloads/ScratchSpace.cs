using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>Space that goes with the pod.</summary>
internal static class ScratchSpace
{
    // An unlimited emptyDir can fill the node's disk, and then every pod on it is at risk; with a limit only this one is evicted.
    // 1Gi leaves room for the uploads that ASP.NET Core buffers and for a memory dump. Declared ephemeral storage is the user's own word
    // on it: it counts this space anyway.
    private const string DefaultLimit = "1Gi";

    /// <summary>On the node's disk, or in memory, where it counts as the container's own and cannot outgrow that one's limit.</summary>
    public static V1EmptyDirVolumeSource Of(ResourcesSpec resources, bool isInMemory = false) => isInMemory
        ? new V1EmptyDirVolumeSource { Medium = "Memory", SizeLimit = new ResourceQuantity(resources.MemoryLimit.Text) }
        : new V1EmptyDirVolumeSource { SizeLimit = new ResourceQuantity(resources.EphemeralStorage?.Text ?? DefaultLimit) };
}
