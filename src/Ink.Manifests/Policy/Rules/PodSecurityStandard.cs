using Ink.Manifests.Policy.PodSecurity;
using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Manifests.Policy.Rules;

/// <summary>
/// INK2013: what the Pod Security admission of the namespace would refuse. The level is the one that the namespace enforces, where the set
/// holds the namespace, else "baseline"; under Strict it is "restricted".
/// </summary>
internal static class PodSecurityStandard
{
    private const string Enforce = "pod-security.kubernetes.io/enforce";
    private const string Baseline = "baseline";
    private const string Restricted = "restricted";

    public static IEnumerable<Breach> Judge(PodTemplate pod, ManifestSet set, PolicyProfile profile)
    {
        var level = LevelOf(pod, set, profile);
        IReadOnlyList<PodControl> controls = level switch
        {
            Restricted => [.. BaselineControls.All, .. RestrictedControls.All],
            Baseline => BaselineControls.All,
            _ => [],
        };
        var broken = controls
            .Select(control => (control.Name, Paths: control.Violations(pod).ToList()))
            .Where(control => control.Paths.Count > 0)
            .ToList();
        return broken.Count == 0
            ? []
            :
            [
                new Breach(
                    RuleCatalogue.PodSecurity,
                    broken[0].Paths[0],
                    $"{pod.Owner.Kind} \"{pod.Owner.Name}\" does not meet the Pod Security Standard \"{level}\": {string.Join("; ", broken.DistinctBy(control => control.Name).Select(control => $"{control.Name} ({control.Paths[0]})"))}",
                    "Change these fields, or move the pod to a namespace that allows them."),
            ];
    }

    private static string LevelOf(PodTemplate pod, ManifestSet set, PolicyProfile profile)
    {
        if (profile == PolicyProfile.Strict)
            return Restricted;
        var home = set.Objects.FirstOrDefault(item => item.Is("", "Namespace") && item.Name == pod.Owner.Namespace);
        return home is not null && home.Labels.TryGetValue(Enforce, out var level) && level is Restricted or "privileged" ? level : Baseline;
    }
}
