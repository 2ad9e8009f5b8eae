namespace Ink.Manifests.Policy.PodSecurity;

/// <summary>
/// What the level "restricted" asks for on top of "baseline", one by one and in the order of the Kubernetes documentation ("Pod Security
/// Standards", as of Kubernetes 1.34). Pods of Windows are not held to what only Linux has.
/// </summary>
internal static class RestrictedControls
{
    private static readonly string[] VolumeSources = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    public static readonly PodControl VolumeTypes = new("Volume Types", pod =>
        from volume in pod.Volumes
        where !VolumeSources.Any(source => volume.Node[source].Exists)
        select volume.Path);

    public static readonly PodControl PrivilegeEscalation = new("Privilege Escalation", pod =>
        from context in PodControl.Contexts(pod, isPodToo: false)
        where !pod.IsWindows && context.Node["allowPrivilegeEscalation"].Flag != false
        select $"{context.Path}.allowPrivilegeEscalation");

    public static readonly PodControl RunningAsNonRoot = new("Running as Non-root", pod =>
        from context in PodControl.Contexts(pod, isPodToo: false)
        where (context.Node["runAsNonRoot"].Flag ?? pod.Spec["securityContext"]["runAsNonRoot"].Flag) != true
        select $"{context.Path}.runAsNonRoot");

    public static readonly PodControl RunningAsNonRootUser = new("Running as Non-root user", pod =>
        from context in PodControl.Contexts(pod, isPodToo: true)
        where context.Node["runAsUser"].Number == 0
        select $"{context.Path}.runAsUser");

    public static readonly PodControl Seccomp = new("Seccomp", pod =>
        from context in PodControl.Contexts(pod, isPodToo: false)
        let type = context.Node["seccompProfile"]["type"].Text ?? pod.Spec["securityContext"]["seccompProfile"]["type"].Text
        where !pod.IsWindows && type is not ("RuntimeDefault" or "Localhost")
        select $"{context.Path}.seccompProfile.type");

    public static readonly PodControl Capabilities = new("Capabilities", pod =>
        from context in PodControl.Contexts(pod, isPodToo: false)
        let capabilities = context.Node["capabilities"]
        from broken in new[]
        {
            (Field: "drop", IsBroken: !capabilities["drop"].Texts.Contains("ALL", StringComparer.Ordinal)),
            (Field: "add", IsBroken: capabilities["add"].Texts.Any(capability => capability != "NET_BIND_SERVICE")),
        }
        where !pod.IsWindows && broken.IsBroken
        select $"{context.Path}.capabilities.{broken.Field}");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PodControl> All { get; } = [VolumeTypes, PrivilegeEscalation, RunningAsNonRoot, RunningAsNonRootUser, Seccomp, Capabilities];
}
