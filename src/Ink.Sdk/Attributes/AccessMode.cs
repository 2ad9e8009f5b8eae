namespace Ink;

/// <summary>
/// Who may mount a persistent volume at once. Which modes there are is up to the StorageClass: disks know the first and the last, file
/// systems all. Source: "Access Modes" in the Kubernetes documentation of persistent volumes.
/// </summary>
public enum AccessMode
{
    /// <summary>The pods of one node, to read and write. Each pod of a web workload or worker has a volume of its own.</summary>
    ReadWriteOnce,

    /// <summary>Any number of pods, to read. They share one volume.</summary>
    ReadOnlyMany,

    /// <summary>Any number of pods, to read and write. They share one volume.</summary>
    ReadWriteMany,

    /// <summary>One pod, to read and write, whichever node it is on. Each pod of a web workload or worker has a volume of its own.</summary>
    ReadWriteOncePod,
}
