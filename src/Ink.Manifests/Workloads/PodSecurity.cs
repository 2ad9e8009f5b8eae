using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>What the "restricted" Pod Security Standard asks for, and a read-only root on top.</summary>
internal static class PodSecurity
{
    // The user `app` of .NET's container images (APP_UID). Numeric, so that the kubelet can tell that it is not root.
    private const long AppUser = 1654;

    public static V1PodSecurityContext Pod() => new()
    {
        RunAsNonRoot = true,
        RunAsUser = AppUser,
        RunAsGroup = AppUser,
        FsGroup = AppUser,
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
