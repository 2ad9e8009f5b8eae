using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>What the "restricted" Pod Security Standard asks for, and a read-only root on top.</summary>
internal static class PodSecurity
{
    public static V1PodSecurityContext Pod() => new()
    {
        RunAsNonRoot = true,
        // Numeric, so that the kubelet can tell that it is not root.
        RunAsUser = ImageUser.Id,
        RunAsGroup = ImageUser.Id,
        FsGroup = ImageUser.Id,
        // Without it the kubelet changes the owner of every file of a large volume at every start.
        FsGroupChangePolicy = "OnRootMismatch",
        SeccompProfile = new V1SeccompProfile { Type = "RuntimeDefault" },
    };

    public static V1SecurityContext Container() => new()
    {
        AllowPrivilegeEscalation = false,
        ReadOnlyRootFilesystem = true,
        Capabilities = new V1Capabilities { Drop = ["ALL"] },
    };
}
