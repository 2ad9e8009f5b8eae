using Ink.Manifests.Output;
using Ink.Manifests.Policy;
using Ink.Manifests.Policy.PodSecurity;

namespace Ink.Manifests.Tests.Policy;

/// <summary>
/// Every control of the Pod Security Standards with the values that the Kubernetes documentation allows, and some that it does not. The
/// pod stands on one line, what is left out has a null.
/// </summary>
public sealed class PodSecurityTests
{
    public static TheoryData<string, string, bool> Baseline => new()
    {
        { "HostProcess", "containers: [{name: a}]", true },
        { "HostProcess", "securityContext: {windowsOptions: {hostProcess: false}}, containers: [{name: a}]", true },
        { "HostProcess", "securityContext: {windowsOptions: {hostProcess: true}}, containers: [{name: a}]", false },
        { "HostProcess", "containers: [{name: a, securityContext: {windowsOptions: {hostProcess: true}}}]", false },
        { "HostProcess", "initContainers: [{name: a, securityContext: {windowsOptions: {hostProcess: true}}}]", false },
        { "HostProcess", "ephemeralContainers: [{name: a, securityContext: {windowsOptions: {hostProcess: true}}}]", false },
        { "Host Namespaces", "hostNetwork: false, hostPID: false, hostIPC: false", true },
        { "Host Namespaces", "hostNetwork: null", true },
        { "Host Namespaces", "hostNetwork: true", false },
        { "Host Namespaces", "hostPID: true", false },
        { "Host Namespaces", "hostIPC: true", false },
        { "Privileged Containers", "containers: [{name: a, securityContext: {privileged: false}}]", true },
        { "Privileged Containers", "containers: [{name: a, securityContext: {privileged: null}}]", true },
        { "Privileged Containers", "containers: [{name: a, securityContext: {privileged: true}}]", false },
        { "Privileged Containers", "initContainers: [{name: a, securityContext: {privileged: true}}]", false },
        { "Privileged Containers", "ephemeralContainers: [{name: a, securityContext: {privileged: true}}]", false },
        { "Capabilities", "containers: [{name: a, securityContext: {capabilities: {drop: [ALL]}}}]", true },
        { "Capabilities", "containers: [{name: a, securityContext: {capabilities: {add: [AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT]}}}]", true },
        { "Capabilities", "containers: [{name: a, securityContext: {capabilities: {add: [CHOWN, NET_RAW]}}}]", false },
        { "Capabilities", "initContainers: [{name: a, securityContext: {capabilities: {add: [SYS_ADMIN]}}}]", false },
        { "Capabilities", "ephemeralContainers: [{name: a, securityContext: {capabilities: {add: [SYS_PTRACE]}}}]", false },
        { "HostPath Volumes", "volumes: [{name: v, emptyDir: {}}]", true },
        { "HostPath Volumes", "volumes: [{name: v, hostPath: null, emptyDir: {}}]", true },
        { "HostPath Volumes", "volumes: [{name: v, emptyDir: {}}, {name: w, hostPath: {path: /}}]", false },
        { "Host Ports", "containers: [{name: a, ports: [{containerPort: 80}]}]", true },
        { "Host Ports", "containers: [{name: a, ports: [{containerPort: 80, hostPort: 0}]}]", true },
        { "Host Ports", "containers: [{name: a, ports: [{containerPort: 80, hostPort: 80}]}]", false },
        { "Host Ports", "initContainers: [{name: a, ports: [{containerPort: 80, hostPort: 80}]}]", false },
        { "Host Probes / Lifecycle Hooks", "containers: [{name: a, livenessProbe: {httpGet: {port: 80}}}]", true },
        { "Host Probes / Lifecycle Hooks", "containers: [{name: a, livenessProbe: {httpGet: {port: 80, host: ''}}}]", true },
        { "Host Probes / Lifecycle Hooks", "containers: [{name: a, livenessProbe: {httpGet: {port: 80, host: 127.0.0.1}}}]", false },
        { "Host Probes / Lifecycle Hooks", "containers: [{name: a, readinessProbe: {tcpSocket: {port: 80, host: other}}}]", false },
        { "Host Probes / Lifecycle Hooks", "containers: [{name: a, startupProbe: {tcpSocket: {port: 80, host: other}}}]", false },
        { "Host Probes / Lifecycle Hooks", "containers: [{name: a, lifecycle: {postStart: {httpGet: {port: 80, host: other}}}}]", false },
        { "Host Probes / Lifecycle Hooks", "initContainers: [{name: a, lifecycle: {preStop: {tcpSocket: {port: 80, host: other}}}}]", false },
        { "AppArmor", "securityContext: {appArmorProfile: {type: RuntimeDefault}}", true },
        { "AppArmor", "securityContext: {appArmorProfile: {type: Localhost, localhostProfile: x}}", true },
        { "AppArmor", "securityContext: {appArmorProfile: {type: Unconfined}}", false },
        { "AppArmor", "containers: [{name: a, securityContext: {appArmorProfile: {type: Unconfined}}}]", false },
        { "SELinux", "securityContext: {seLinuxOptions: {level: 's0:c1'}}", true },
        { "SELinux", "securityContext: {seLinuxOptions: {type: container_t}}", true },
        { "SELinux", "securityContext: {seLinuxOptions: {type: container_init_t}}", true },
        { "SELinux", "securityContext: {seLinuxOptions: {type: container_kvm_t}}", true },
        { "SELinux", "securityContext: {seLinuxOptions: {type: container_engine_t, user: '', role: ''}}", true },
        { "SELinux", "securityContext: {seLinuxOptions: {type: spc_t}}", false },
        { "SELinux", "securityContext: {seLinuxOptions: {user: root}}", false },
        { "SELinux", "containers: [{name: a, securityContext: {seLinuxOptions: {role: sysadm_r}}}]", false },
        { "/proc Mount Type", "containers: [{name: a, securityContext: {procMount: Default}}]", true },
        { "/proc Mount Type", "containers: [{name: a, securityContext: {procMount: Unmasked}}]", false },
        { "/proc Mount Type", "ephemeralContainers: [{name: a, securityContext: {procMount: Unmasked}}]", false },
        { "Seccomp", "containers: [{name: a}]", true },
        { "Seccomp", "securityContext: {seccompProfile: {type: Localhost, localhostProfile: x}}", true },
        { "Seccomp", "securityContext: {seccompProfile: {type: Unconfined}}", false },
        { "Seccomp", "containers: [{name: a, securityContext: {seccompProfile: {type: Unconfined}}}]", false },
        { "Sysctls", "securityContext: {sysctls: []}", true },
        { "Sysctls", "securityContext: {sysctls: [{name: kernel.shm_rmid_forced}, {name: net.ipv4.ip_local_port_range}, {name: net.ipv4.ip_unprivileged_port_start}, {name: net.ipv4.tcp_syncookies}, {name: net.ipv4.ping_group_range}]}", true },
        { "Sysctls", "securityContext: {sysctls: [{name: net.ipv4.ip_local_reserved_ports}, {name: net.ipv4.tcp_keepalive_time}, {name: net.ipv4.tcp_fin_timeout}, {name: net.ipv4.tcp_keepalive_intvl}, {name: net.ipv4.tcp_keepalive_probes}]}", true },
        { "Sysctls", "securityContext: {sysctls: [{name: net.ipv4.tcp_syncookies}, {name: kernel.msgmax}]}", false },
    };

    public static TheoryData<string, string, bool> Restricted => new()
    {
        { "Volume Types", "volumes: [{name: a, configMap: {}}, {name: b, csi: {}}, {name: c, downwardAPI: {}}, {name: d, emptyDir: {}}, {name: e, ephemeral: {}}, {name: f, persistentVolumeClaim: {}}, {name: g, projected: {}}, {name: h, secret: {}}]", true },
        { "Volume Types", "volumes: [{name: a, nfs: {server: s, path: /}}]", false },
        { "Volume Types", "volumes: [{name: a, hostPath: {path: /}}]", false },
        { "Volume Types", "volumes: [{name: a}]", false },
        { "Privilege Escalation", "containers: [{name: a, securityContext: {allowPrivilegeEscalation: false}}]", true },
        { "Privilege Escalation", "containers: [{name: a, securityContext: {allowPrivilegeEscalation: true}}]", false },
        { "Privilege Escalation", "containers: [{name: a}]", false },
        { "Privilege Escalation", "os: {name: windows}, containers: [{name: a}]", true },
        { "Privilege Escalation", "initContainers: [{name: a}]", false },
        { "Running as Non-root", "securityContext: {runAsNonRoot: true}, containers: [{name: a}]", true },
        { "Running as Non-root", "containers: [{name: a, securityContext: {runAsNonRoot: true}}]", true },
        { "Running as Non-root", "securityContext: {runAsNonRoot: true}, containers: [{name: a, securityContext: {runAsNonRoot: false}}]", false },
        { "Running as Non-root", "containers: [{name: a, securityContext: {runAsNonRoot: true}}, {name: b}]", false },
        { "Running as Non-root user", "containers: [{name: a}]", true },
        { "Running as Non-root user", "securityContext: {runAsUser: 1000}, containers: [{name: a}]", true },
        { "Running as Non-root user", "securityContext: {runAsUser: 0}", false },
        { "Running as Non-root user", "containers: [{name: a, securityContext: {runAsUser: 0}}]", false },
        { "Seccomp", "securityContext: {seccompProfile: {type: RuntimeDefault}}, containers: [{name: a}]", true },
        { "Seccomp", "containers: [{name: a, securityContext: {seccompProfile: {type: Localhost}}}]", true },
        { "Seccomp", "containers: [{name: a}]", false },
        { "Seccomp", "containers: [{name: a, securityContext: {seccompProfile: {type: RuntimeDefault}}}, {name: b}]", false },
        { "Seccomp", "os: {name: windows}, containers: [{name: a}]", true },
        { "Capabilities", "containers: [{name: a, securityContext: {capabilities: {drop: [ALL]}}}]", true },
        { "Capabilities", "containers: [{name: a, securityContext: {capabilities: {drop: [NET_RAW, ALL], add: [NET_BIND_SERVICE]}}}]", true },
        { "Capabilities", "containers: [{name: a, securityContext: {capabilities: {drop: [ALL], add: [CHOWN]}}}]", false },
        { "Capabilities", "containers: [{name: a, securityContext: {capabilities: {drop: [CHOWN]}}}]", false },
        { "Capabilities", "containers: [{name: a}]", false },
        { "Capabilities", "os: {name: windows}, containers: [{name: a}]", true },
    };

    [Theory]
    [MemberData(nameof(Baseline))]
    public void Baseline_control(string control, string pod, bool isMet) => Assert.Equal(isMet, IsMet(BaselineControls.All, control, pod));

    [Theory]
    [MemberData(nameof(Restricted))]
    public void Restricted_control(string control, string pod, bool isMet) => Assert.Equal(isMet, IsMet(RestrictedControls.All, control, pod));

    [Theory]
    [InlineData("runtime/default", true)]
    [InlineData("localhost/mine", true)]
    [InlineData("unconfined", false)]
    public void AppArmor_by_annotation(string value, bool isMet) => Assert.Equal(isMet, !BaselineControls.AppArmor.Violations(
        PodOf($"metadata: {{name: p, annotations: {{container.apparmor.security.beta.kubernetes.io/a: {value}}}}}\nspec: {{containers: [{{name: a}}]}}")).Any());

    [Fact]
    public void Every_control_has_a_value_that_passes_and_one_that_does_not()
    {
        Assert.Equal(12, BaselineControls.All.Count);
        Assert.Equal(6, RestrictedControls.All.Count);
        Covers(BaselineControls.All, Baseline);
        Covers(RestrictedControls.All, Restricted);

        static void Covers(IEnumerable<PodControl> controls, TheoryData<string, string, bool> data) =>
            Assert.All(controls, control => Assert.Equal([false, true], data.Where(row => (string)row[0] == control.Name).Select(row => (bool)row[2]).Distinct().Order()));
    }

    private static bool IsMet(IEnumerable<PodControl> controls, string name, string spec) =>
        !controls.Single(control => control.Name == name).Violations(PodOf($"metadata: {{name: p}}\nspec: {{{spec}}}")).Any();

    private static Ink.Manifests.Policy.Reading.PodTemplate PodOf(string pod) =>
        Assert.Single(ManifestSet.OfRelease([new RenderedFile("pod.yaml", $"apiVersion: v1\nkind: Pod\n{pod}\n")]).Pods);
}
