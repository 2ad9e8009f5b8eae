using Ink.Manifests.Policy.Facts;
using Ink.Manifests.Policy.Reading;
using Ink.Manifests.Policy.Rules;
using Ink.Manifests.Policy.Rules.References;
using Ink.Model.Policy;

namespace Ink.Manifests.Policy;

/// <summary>Every judgement on manifests: those of Ink.Model on the facts that are made of them, and those that only manifests allow.</summary>
internal static class ManifestRules
{
    public static IEnumerable<(ManifestObject Item, Breach Breach)> Judge(ManifestSet set, PolicyContext context, SecretScan? scan)
    {
        var pods = set.Pods.Where(pod => pod.IsJudged).ToDictionary(pod => pod.Owner);
        return set.Objects
            .SelectMany(item => OnObject(item, pods.GetValueOrDefault(item), set, context, scan).Select(breach => (item, breach)))
            .Concat(Duplicates.Judge(set));
    }

    private static IEnumerable<Breach> OnObject(ManifestObject item, PodTemplate? pod, ManifestSet set, PolicyContext context, SecretScan? scan) =>
    [
        .. Names.Judge(item, pod),
        .. Ports.Judge(item, pod),
        .. KeysAndValues.Judge(item, pod),
        .. LeftPlaceholders.Judge(item, pod),
        .. Selectors.Judge(item, set, pod),
        .. Backends.Judge(item, set),
        .. Targets.Judge(item, set),
        .. Rbac.Judge(item, set),
        .. PlainSecrets.Judge(item),
        .. scan is null ? [] : SecretTexts.Judge(item, scan),
        .. OnFacts(item, set),
        .. pod is null ? [] : OnPod(pod, set, context),
    ];

    private static IEnumerable<Breach> OnFacts(ManifestObject item, ManifestSet set)
    {
        if (item.Is(Hosts.Networking, "Ingress"))
            return PolicyRules.Judge(TrafficReader.Ingress(item));
        if (item.Is("", "Service"))
            return PolicyRules.Judge(TrafficReader.Service(item));
        if (item.Is("policy", "PodDisruptionBudget"))
            return PolicyRules.Judge(BudgetReader.Read(item, set));
        return Scalers.IsScaler(item) ? PolicyRules.Judge(Scalers.Read(item, set)) : [];
    }

    private static IEnumerable<Breach> OnPod(PodTemplate pod, ManifestSet set, PolicyContext context) =>
    [
        .. PolicyRules.Judge(WorkloadReader.Read(pod, set), context),
        .. Quantities.Judge(pod),
        .. PodReferences.Judge(pod, set),
        .. KernelSettings.Judge(pod),
        .. UnguardedPods.Judge(pod, set),
        .. PodSecurityStandard.Judge(pod, set, context.Profile),
    ];
}
