using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;

namespace Ink.Manifests.Policy.Rules.References;

/// <summary>Selectors that select no pod: of Services, budgets, network policies, and of the controllers that make the pods.</summary>
internal static class Selectors
{
    public static IEnumerable<Breach> Judge(ManifestObject item, ManifestSet set, PodTemplate? pod)
    {
        if (item.Is("", "Service"))
        {
            var selector = item.Spec["selector"];
            if (selector.Fields.Count > 0 && item.Spec["type"].Text != "ExternalName" && IsLost(item, set, labels => LabelSelector.SelectsAll(selector, labels)))
                return [Lost(item, "spec.selector")];
        }
        else if (item.Is("policy", "PodDisruptionBudget"))
        {
            return SelectsNothing(item, set, "spec.selector", item.Spec["selector"]);
        }
        else if (item.Is(Hosts.Networking, "NetworkPolicy"))
        {
            return SelectsNothing(item, set, "spec.podSelector", item.Spec["podSelector"]);
        }
        else if (item.Group is "apps" or "extensions" && pod is { IsJudged: true } && item.Spec["selector"] is { Exists: true } own && !LabelSelector.Selects(own, pod.Labels))
        {
            return [Reference.Of("spec.selector", $"the selector of {item.Kind} \"{item.Name}\" does not select the pods that it makes", "Write the same labels in spec.selector and in the pod's metadata.")];
        }
        else if (item.Is("monitoring.coreos.com", "ServiceMonitor"))
        {
            return ServiceMonitor(item, set);
        }

        return [];
    }

    private static IEnumerable<Breach> SelectsNothing(ManifestObject item, ManifestSet set, string path, ManifestNode selector) =>
        !LabelSelector.IsEmpty(selector) && IsLost(item, set, labels => LabelSelector.Selects(selector, labels)) ? [Lost(item, path)] : [];

    private static bool IsLost(ManifestObject item, ManifestSet set, Func<IReadOnlyDictionary<string, string>, bool> selects) =>
        !set.PodsInNamespaceOf(item).Any(pod => selects(pod.Labels)) && set.WouldHold(item, other => PodTemplate.Find(other) is not null);

    private static IEnumerable<Breach> ServiceMonitor(ManifestObject item, ManifestSet set)
    {
        // Told to look in other namespaces, it may find there what is not here.
        if (item.Spec["namespaceSelector"].Exists)
            return [];
        var selector = item.Spec["selector"];
        return !set.InNamespaceOf(item, other => other.Is("", "Service") && LabelSelector.Selects(selector, other.Labels)).Any()
            && set.WouldHold(item, other => other.Is("", "Service"))
                ? [Reference.Of("spec.selector", $"ServiceMonitor \"{item.Name}\" selects no Service", "Write labels that the Service has.")]
                : [];
    }

    private static Breach Lost(ManifestObject item, string path) =>
        Reference.Of(path, $"{item.Kind} \"{item.Name}\" selects no pod", "Write labels that the pods have.");
}
