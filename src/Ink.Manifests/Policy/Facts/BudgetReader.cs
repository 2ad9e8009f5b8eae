using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy.Facts;
using Ink.Model.Values;

namespace Ink.Manifests.Policy.Facts;

/// <summary>Makes the facts of a PodDisruptionBudget.</summary>
internal static class BudgetReader
{
    public static BudgetFacts Read(ManifestObject budget, ManifestSet set) => new(
        budget.Name, NumberOrPercent(budget.Spec["minAvailable"]), NumberOrPercent(budget.Spec["maxUnavailable"]), Pods(budget, set));

    private static NumberOrPercent? NumberOrPercent(ManifestNode node) => node.Text is { } text ? Model.Values.NumberOrPercent.Parse(text) : null;

    // An autoscaled workload spends its nights with the fewest pods. Where that is a single one, every budget of pods to keep blocks
    // until there are more: only one that goes on blocking is a mistake.
    private static int? Pods(ManifestObject budget, ManifestSet set)
    {
        var counts = set.PodsInNamespaceOf(budget)
            .Where(pod => set.AreApplied(budget, pod.Owner) && LabelSelector.Selects(budget.Spec["selector"], pod.Labels))
            .Select(pod => WorkloadReader.Bounds(pod.Owner, set))
            .ToList();
        return counts.Count == 0 || counts.Exists(count => count is null)
            ? null
            : counts.Sum(count => count!.Value.Min >= 2 ? count.Value.Min : count.Value.Max);
    }
}
