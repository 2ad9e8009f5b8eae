namespace Ink;

/// <summary>
/// Gives a workload a directory to write to. Without <see cref="Size"/> it is scratch space, which goes with the pod; with it the data
/// survives.
/// </summary>
/// <remarks>
/// A web workload or worker with a persistent volume that only one node may mount becomes a StatefulSet: each of its pods has a volume and a
/// name of its own, and keeps both. With <see cref="AccessMode.ReadWriteMany"/> or <see cref="AccessMode.ReadOnlyMany"/> the pods share one
/// claim: that of the workload named by <see cref="Workload"/>, else one of the app, shared by all its workloads. A cron job or job has one
/// claim for all of its runs. Claims are never deleted with what uses them. Two mounts at one path, and one within another, are INK0006.
/// Sources: "Volumes", "Persistent Volumes" and "StatefulSets" in the Kubernetes documentation.
/// </remarks>
/// <example><c>[assembly: Volume("/var/lib/shop", Size = "10Gi", Workload = "index-worker")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class VolumeAttribute : Attribute
{
    /// <summary>Mounts a directory.</summary>
    /// <param name="mountPath">
    /// Its absolute path in the container (INK0008 otherwise); may hold placeholders. Scratch space at <c>/tmp</c> takes the place of the
    /// one that every pod has there.
    /// </param>
    public VolumeAttribute(string mountPath) => MountPath = mountPath;

    /// <summary>The directory.</summary>
    public string MountPath { get; }

    /// <summary>
    /// How much the volume holds: <c>"10Gi"</c>, <c>"500Gi"</c> (INK0003 otherwise). Makes it persistent. Default: scratch space, as much as
    /// <see cref="ResourcesAttribute.EphemeralStorage"/> says, else <c>1Gi</c>.
    /// </summary>
    public string? Size { get; set; }

    /// <summary>
    /// The StorageClass of a persistent volume (INK0002 where it cannot be a name, INK0001 without <see cref="Size"/>). Default: the
    /// project's <c>InkStorageClass</c>, else the cluster's default.
    /// </summary>
    public string? StorageClass { get; set; }

    /// <summary>Who may mount a persistent volume at once (INK0001 without <see cref="Size"/>). Default: <see cref="AccessMode.ReadWriteOnce"/>.</summary>
    public AccessMode AccessMode { get; set; }

    /// <summary>
    /// <c>"Memory"</c> holds scratch space in memory, within the container's memory limit (INK0008 for anything else, INK0001 with
    /// <see cref="Size"/>). Default: the node's disk.
    /// </summary>
    public string? Medium { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
