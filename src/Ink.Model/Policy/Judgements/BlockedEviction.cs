using System.Globalization;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK1011: where no pod may ever be evicted, no node that runs one can be drained, and upgrades of the cluster wait.</summary>
internal static class BlockedEviction
{
    /// <summary>The judgement itself, on the pods that may be missing.</summary>
    public static bool AllowsNone(NumberOrPercent? max) => max is { Value: 0 };

    /// <summary>The judgement itself, on the pods that have to stay; where their number is not known, only "all" is too many.</summary>
    public static bool KeepsAll(NumberOrPercent? min, int? pods) => min is not null && (min is { IsPercent: true, Value: 100 } || (pods >= 1 && min.Of(pods.Value) >= pods));

    public static IEnumerable<Breach> Judge(BudgetFacts budget)
    {
        if (AllowsNone(budget.Max))
            yield return new Breach(RuleCatalogue.BlockedEviction, "spec.maxUnavailable", $"PodDisruptionBudget \"{budget.Name}\" lets no pod go, so no node that runs one can ever be drained", "Write maxUnavailable: 1.");
        if (KeepsAll(budget.Min, budget.Pods))
            yield return new Breach(RuleCatalogue.BlockedEviction, "spec.minAvailable", $"PodDisruptionBudget \"{budget.Name}\" keeps {Of(budget.Pods)}, so no node that runs one can ever be drained", "Write maxUnavailable: 1 instead, and two pods or more.");
    }

    private static string Of(int? pods) => pods switch
    {
        null => "all of its pods",
        1 => "the one pod that there is",
        { } count => $"all of its {count.ToString(CultureInfo.InvariantCulture)} pods",
    };
}
