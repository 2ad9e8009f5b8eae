using Ink.Manifests.Policy.Reading;

namespace Ink.Manifests.Policy.PodSecurity;

/// <summary>
/// The controls of the level "baseline", one by one and in the order of the Kubernetes documentation ("Pod Security Standards", as of
/// Kubernetes 1.34). A field that is not there breaks none of them.
/// </summary>
internal static class BaselineControls
{
    private const string AppArmorAnnotation = "container.apparmor.security.beta.kubernetes.io/";

    private static readonly string[] Handlers = ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle.postStart", "lifecycle.preStop"];

    private static readonly HashSet<string> Addable = new(StringComparer.Ordinal)
    {
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID",
        "SYS_CHROOT",
    };

    private static readonly HashSet<string> SELinuxTypes = new(StringComparer.Ordinal) { "", "container_t", "container_init_t", "container_kvm_t", "container_engine_t" };

    private static readonly HashSet<string> SafeSysctls = new(StringComparer.Ordinal)
    {
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start", "net.ipv4.tcp_syncookies",
        "net.ipv4.ping_group_range", "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout",
        "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes",
    };

    public static readonly PodControl HostProcess = new("HostProcess", pod =>
        from context in PodControl.Contexts(pod, isPodToo: true)
        where context.Node["windowsOptions"]["hostProcess"].Flag == true
        select $"{context.Path}.windowsOptions.hostProcess");

    public static readonly PodControl HostNamespaces = new("Host Namespaces", pod =>
        from field in new[] { "hostNetwork", "hostPID", "hostIPC" }
        where pod.Spec[field].Flag == true
        select $"{pod.SpecPath}.{field}");

    public static readonly PodControl PrivilegedContainers = new("Privileged Containers", pod =>
        from context in PodControl.Contexts(pod, isPodToo: false)
        where context.Node["privileged"].Flag == true
        select $"{context.Path}.privileged");

    public static readonly PodControl Capabilities = new("Capabilities", pod =>
        from context in PodControl.Contexts(pod, isPodToo: false)
        where context.Node["capabilities"]["add"].Texts.Any(capability => !Addable.Contains(capability))
        select $"{context.Path}.capabilities.add");

    public static readonly PodControl HostPathVolumes = new("HostPath Volumes", pod =>
        from volume in pod.Volumes
        where volume.Node["hostPath"].Exists
        select $"{volume.Path}.hostPath");

    public static readonly PodControl HostPorts = new("Host Ports", pod =>
        from container in pod.Containers
        from port in container.Node["ports"].ItemsAt($"{container.Path}.ports")
        where port.Node["hostPort"].Text is not (null or "0")
        select $"{port.Path}.hostPort");

    public static readonly PodControl HostProbes = new("Host Probes / Lifecycle Hooks", pod =>
        from container in pod.Containers
        from place in Handlers
        let handler = ManifestPath.Steps(place).Aggregate(container.Node, (node, step) => node[step.Key])
        from action in new[] { "httpGet", "tcpSocket" }
        where !string.IsNullOrEmpty(handler[action]["host"].Text)
        select $"{container.Path}.{place}.{action}.host");

    public static readonly PodControl AppArmor = new("AppArmor", pod =>
        (from context in PodControl.Contexts(pod, isPodToo: true)
         where context.Node["appArmorProfile"]["type"].Text is not (null or "RuntimeDefault" or "Localhost")
         select $"{context.Path}.appArmorProfile.type")
        .Concat(
            from annotation in pod.Annotations
            where annotation.Key.StartsWith(AppArmorAnnotation, StringComparison.Ordinal)
            where annotation.Value is not ("" or "runtime/default") && !annotation.Value.StartsWith("localhost/", StringComparison.Ordinal)
            select ManifestPath.Of($"{pod.MetadataPath}.annotations", annotation.Key)));

    public static readonly PodControl SELinux = new("SELinux", pod =>
        from context in PodControl.Contexts(pod, isPodToo: true)
        let options = context.Node["seLinuxOptions"]
        from broken in new[]
        {
            (Field: "type", IsBroken: !SELinuxTypes.Contains(options["type"].Text ?? "")),
            (Field: "user", IsBroken: !string.IsNullOrEmpty(options["user"].Text)),
            (Field: "role", IsBroken: !string.IsNullOrEmpty(options["role"].Text)),
        }
        where broken.IsBroken
        select $"{context.Path}.seLinuxOptions.{broken.Field}");

    public static readonly PodControl ProcMount = new("/proc Mount Type", pod =>
        from context in PodControl.Contexts(pod, isPodToo: false)
        where context.Node["procMount"].Text is not (null or "Default")
        select $"{context.Path}.procMount");

    public static readonly PodControl Seccomp = new("Seccomp", pod =>
        from context in PodControl.Contexts(pod, isPodToo: true)
        where context.Node["seccompProfile"]["type"].Text is not (null or "RuntimeDefault" or "Localhost")
        select $"{context.Path}.seccompProfile.type");

    public static readonly PodControl Sysctls = new("Sysctls", pod =>
        from sysctl in pod.Spec["securityContext"]["sysctls"].ItemsAt($"{pod.SpecPath}.securityContext.sysctls")
        where !SafeSysctls.Contains(sysctl.Node["name"].Text ?? "")
        select $"{sysctl.Path}.name");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PodControl> All { get; } =
    [
        HostProcess, HostNamespaces, PrivilegedContainers, Capabilities, HostPathVolumes, HostPorts, HostProbes, AppArmor, SELinux, ProcMount,
        Seccomp, Sysctls,
    ];
}
