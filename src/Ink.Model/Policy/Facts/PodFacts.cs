using Ink.Model.Collections;

namespace Ink.Model.Policy.Facts;

/// <summary>A pod, as far as rules judge it.</summary>
public sealed record PodFacts
{
    /// <summary>Where the pod's spec is in the object: <c>spec.template.spec</c>.</summary>
    public required string Path { get; init; }

    /// <summary>All containers: init containers first, then the app's, then ephemeral ones, in the order of the object.</summary>
    public required EquatableArray<ContainerFacts> Containers { get; init; }

    /// <summary>The volumes, in the order of the object.</summary>
    public EquatableArray<VolumeFacts> Volumes { get; init; }

    /// <summary><c>hostNetwork</c>.</summary>
    public bool HostNetwork { get; init; }

    /// <summary><c>hostPID</c>.</summary>
    public bool HostPid { get; init; }

    /// <summary><c>hostIPC</c>.</summary>
    public bool HostIpc { get; init; }

    /// <summary>
    /// Whether the service account's token is mounted: not switched off on the pod, nor on the account where that is known.
    /// </summary>
    public bool MountsToken { get; init; }

    /// <summary>Seconds between the signal to stop and the kill (<c>terminationGracePeriodSeconds</c>).</summary>
    public int GraceSeconds { get; init; } = 30;
}

/// <summary>A volume of a pod.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">The field that says where it comes from: <c>hostPath</c>, <c>emptyDir</c>, <c>secret</c>; empty where there is none.</param>
/// <param name="Path">Where it is in the object: <c>spec.template.spec.volumes[0]</c>.</param>
public sealed record VolumeFacts(string Name, string Source, string Path);
