using System.Globalization;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK1010: a scaler that cannot find a number of pods leaves them as they are, and nobody notices until it is needed.</summary>
internal static class ScalerBounds
{
    /// <summary>The judgement itself: whether no number lies between the two.</summary>
    public static bool IsReversed(int? min, int? max) => min > max;

    /// <summary>The judgement itself: whether a container is stopped by its limit before it uses as much as the scaler waits for.</summary>
    public static bool IsOutOfReach(Quantity request, int percent, Quantity? limit) => limit is not null && request.Value * percent / 100 > limit.Value;

    public static IEnumerable<Breach> Judge(ScalerFacts scaler)
    {
        var who = $"{scaler.Kind} \"{scaler.Name}\"";
        if (scaler.Max is null)
            yield return Of(scaler.MaxPath, $"{who} has no upper bound", "Write the most pods that there may be.");
        else if (scaler.Max < 1)
            yield return Of(scaler.MaxPath, $"{who} allows {Text(scaler.Max.Value)} pods at most", "Write 1 or more.");
        else if (IsReversed(scaler.Min, scaler.Max))
            yield return Of(scaler.MinPath, $"{who} wants {Text(scaler.Min)} pods at least and {Text(scaler.Max.Value)} at most, which leaves no number", "Raise the upper bound, or lower the lower one.");
        if (scaler.Min < (scaler.MayBeZero ? 0 : 1))
            yield return Of(scaler.MinPath, $"{who} may go down to {Text(scaler.Min)} pods, and what it scales by cannot bring them back", "Write 1 or more.");
        if (!scaler.HasMetrics)
            yield return Of(scaler.MetricsPath, $"{who} says nothing to scale by", "Name a metric, for example the utilization of CPU.");

        foreach (var utilization in scaler.Utilizations)
        {
            if (utilization.Container is { } container)
                yield return Of(utilization.Path, $"{who} scales by a percentage of the {utilization.Resource} requested, and the container \"{container}\" of its pods requests none", $"Write resources.requests.{utilization.Resource} there.");
            else if (utilization.Request is { } request && IsOutOfReach(request, utilization.Percent, utilization.Limit))
                yield return Of(utilization.Path, $"{who} waits for {Text(utilization.Percent)}% of the {request.Text} of {utilization.Resource} requested, which is above the limit of {utilization.Limit!.Text}", "Lower the percentage, or raise the limit.");
        }
    }

    private static Breach Of(string path, string problem, string remedy) => new(RuleCatalogue.WrongScale, path, problem, remedy);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
