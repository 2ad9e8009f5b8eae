using Ink.Model.Collections;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK1013: a run that hangs keeps all later ones from starting, and runs that overlap do the same work twice.</summary>
internal static class UnsafeCron
{
    public static IEnumerable<Breach> Judge(WorkloadFacts workload)
    {
        if (workload.Cron is not { } cron)
            yield break;
        if (!cron.HasDeadline)
        {
            yield return new Breach(
                RuleCatalogue.UnsafeCron,
                "spec.jobTemplate.spec.activeDeadlineSeconds",
                $"{Named.Of(workload)} has no deadline, so a run that hangs is never ended",
                "Write activeDeadlineSeconds, some times what a run takes.")
            {
                Source = new SourceHint(null, "DeadlineSeconds", "Write DeadlineSeconds, some times what a run takes.") { Missing = new EquatableArray<string>(["DeadlineSeconds"]) },
            };
        }

        if (cron.Concurrency is null or "Allow")
        {
            yield return new Breach(
                RuleCatalogue.UnsafeCron,
                "spec.concurrencyPolicy",
                $"{Named.Of(workload)} starts runs beside one that still goes on",
                "Write concurrencyPolicy: Forbid, or Replace.")
            {
                Source = new SourceHint(null, "Concurrency", "Leave Concurrency out (Forbid), or write Concurrency.Replace."),
            };
        }
    }
}
