using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Manifests.Policy.Rules;

/// <summary>INK2011: a pod that no policy selects accepts connections from every other pod of the cluster.</summary>
internal static class UnguardedPods
{
    public static IEnumerable<Breach> Judge(PodTemplate pod, ManifestSet set) =>
        set.InNamespaceOf(pod.Owner, IsPolicy).Any(policy => LabelSelector.Selects(policy.Spec["podSelector"].Exists ? policy.Spec["podSelector"] : policy.Spec["endpointSelector"], pod.Labels))
            ? []
            : [new Breach(RuleCatalogue.UnguardedPod, $"{pod.MetadataPath}.labels", $"no NetworkPolicy selects the pods of {pod.Owner.Kind} \"{pod.Owner.Name}\"", "Add one that says who may connect.")];

    private static bool IsPolicy(ManifestObject item) => item.Is(Hosts.Networking, "NetworkPolicy") || item.Is("cilium.io", "CiliumNetworkPolicy");
}
