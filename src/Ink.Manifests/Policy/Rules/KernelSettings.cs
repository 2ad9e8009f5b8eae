using Ink.Manifests.Policy.PodSecurity;
using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Manifests.Policy.Rules;

/// <summary>INK2006: settings that take away what the kernel puts between a container and its node.</summary>
internal static class KernelSettings
{
    private static readonly (PodControl Control, string Problem)[] Controls =
    [
        (BaselineControls.Seccomp, "runs without a filter of system calls"),
        (BaselineControls.AppArmor, "runs without AppArmor's profile"),
        (BaselineControls.SELinux, "chooses its own SELinux context"),
        (BaselineControls.ProcMount, "sees all of /proc"),
        (BaselineControls.Sysctls, "sets a kernel parameter that others on its node feel"),
    ];

    public static IEnumerable<Breach> Judge(PodTemplate pod) =>
        from control in Controls
        from path in control.Control.Violations(pod)
        select new Breach(RuleCatalogue.UnsafeKernel, path, $"{Subject(pod, path)} {control.Problem} ({control.Control.Name})", $"Remove {path[(path.LastIndexOf('.') + 1)..]}.");

    private static string Subject(PodTemplate pod, string path)
    {
        var container = pod.Containers.FirstOrDefault(candidate => path.StartsWith($"{candidate.Path}.", StringComparison.Ordinal));
        var owner = $"{pod.Owner.Kind} \"{pod.Owner.Name}\"";
        return container is null ? owner : $"the container \"{container.Name}\" of {owner}";
    }
}
