namespace Ink.Model.Specs;

/// <summary>A writable directory of a workload.</summary>
/// <param name="Name">The volume's name within the pod, a DNS-1123 label.</param>
/// <param name="MountPath">The directory, absolute, without a slash at its end.</param>
public sealed record VolumeSpec(string Name, string MountPath)
{
    /// <summary>Where it survives the pod; <see langword="null"/> for scratch space that goes with it.</summary>
    public ClaimSpec? Claim { get; init; }

    /// <summary>Whether scratch space is held in memory, within the container's memory limit.</summary>
    public bool IsInMemory { get; init; }

    /// <summary>Whether it can only be read.</summary>
    public bool IsReadOnly => Claim?.AccessMode == AccessMode.ReadOnlyMany;
}
