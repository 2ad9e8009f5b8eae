using Ink.Model.Declarations;
using Ink.Model.Policy.Judgements;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves the disruption budget, the spread, the priority and the grace period.</summary>
internal sealed class AvailabilityResolver(DeclarationLayers layers)
{
    private const string Min = "MinAvailable";
    private const string Max = "MaxUnavailable";
    private const int Day = 86_400;

    /// <summary>The workload with what is said of it; how many pods it can have must be known.</summary>
    public WorkloadSpec Resolve(WorkloadSpec workload)
    {
        var declared = layers.One(AttributeKind.Availability, workload.Name);
        var context = layers.Context;

        // The two exclude each other, so of several layers the last that says anything of either replaces both.
        var budget = declared.Layers.LastOrDefault(layer => layer[Min] is not null || layer[Max] is not null);
        if (budget?[Min] is not null && budget[Max] is not null)
            declared.Report(RuleCatalogue.InvalidDuration, Max, $"{Min} is written as well, and a budget takes one of the two. Remove one.");
        var isProperty = budget is null || context.Override(InkProperty.MaxUnavailable) is not null;
        var min = isProperty || budget![Min] is null ? null : declared.Text(Min, IsAmount, RuleCatalogue.InvalidDuration, WrongAmount);
        var max = isProperty || budget![Max] is not null
            ? declared.Setting(context, Max, InkProperty.MaxUnavailable, IsAmount, RuleCatalogue.InvalidDuration, WrongAmount)
            : null;
        CheckBlocked(declared, workload, min, max);

        var shortest = workload.DrainSeconds + 1;
        var why = workload.DrainSeconds > 0 ? $": a pod of \"{workload.Name}\" serves on for {workload.DrainSeconds} of them" : "";
        return workload with
        {
            GraceSeconds = declared.NumberSetting(context, "GraceSeconds", InkProperty.GraceSeconds, shortest, Day, RuleCatalogue.InvalidDuration, $"Write seconds, from {shortest} to {Day}{why}.") ?? workload.GraceSeconds,
            Availability = new AvailabilitySpec(
                min,
                max ?? (min is null ? AvailabilitySpec.Default.MaxUnavailable : null),
                declared.FlagSetting(context, "Spread", InkProperty.Spread) ?? AvailabilitySpec.Default.Spread,
                declared.Setting(context, "PriorityClass", InkProperty.PriorityClass, KubernetesName.IsSubdomain, RuleCatalogue.InvalidName, value =>
                    $"\"{value}\" cannot be the name of a PriorityClass. Write lower-case letters, digits, '-' and '.'.")),
        };
    }

    private static bool IsAmount(string value) => NumberOrPercent.Parse(value) is not null;

    private static string WrongAmount(string value) => $"\"{value}\" is neither a number nor a percentage. Write for example \"1\" or \"25%\".";

    private static void CheckBlocked(MergedDeclaration declared, WorkloadSpec workload, string? min, string? max)
    {
        if (max is not null && BlockedEviction.AllowsNone(NumberOrPercent.Parse(max)))
            declared.ReportSetting(Max, InkProperty.MaxUnavailable, max, RuleCatalogue.BlockedEviction, $"\"{max}\" lets no pod go, so no node that runs one can ever be drained. Write \"1\" or more.");
        if (min is null || NumberOrPercent.Parse(min) is not { } kept)
            return;

        var pods = PodsToJudgeBy(workload);
        if (BlockedEviction.KeepsAll(kept, pods >= 2 ? pods : null))
            declared.Report(RuleCatalogue.BlockedEviction, Min, $"of the {pods} {(pods == 1 ? "pod" : "pods")} of \"{workload.Name}\" \"{min}\" lets none go, so no node that runs one can ever be drained. Lower it, or write {Max} = \"1\".");
    }

    // An autoscaled workload spends its nights with the fewest pods. Where that is a single one, every budget of this form blocks
    // until there are more: only one that goes on blocking is a mistake. (Without a second pod no budget is made at all.)
    private static int PodsToJudgeBy(WorkloadSpec workload) => workload.MinReplicas >= 2 ? workload.MinReplicas : workload.MaxReplicas;
}
