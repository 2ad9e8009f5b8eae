using Ink.Model.Values;

namespace Ink.Model.Specs;

/// <summary>A claim to storage that survives pods (PersistentVolumeClaim).</summary>
/// <param name="Name">The claim's name; for <see cref="ClaimOwner.Pod"/> that of the template which claims are made from.</param>
/// <param name="Owner">What has one claim.</param>
/// <param name="Size">How much is asked for, in bytes.</param>
/// <param name="StorageClass">The StorageClass; <see langword="null"/> for the cluster's default.</param>
/// <param name="AccessMode">Who may mount it at once.</param>
public sealed record ClaimSpec(string Name, ClaimOwner Owner, Quantity Size, string? StorageClass, AccessMode AccessMode);

/// <summary>What has one claim.</summary>
public enum ClaimOwner
{
    /// <summary>Each pod of a StatefulSet, which makes the claims from a template.</summary>
    Pod,

    /// <summary>A workload; its pods share it.</summary>
    Workload,

    /// <summary>The app; the pods of several workloads share it.</summary>
    App,
}
