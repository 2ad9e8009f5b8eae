using System.Globalization;
using Ink.Model.Declarations;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK1015: what has not ended within the grace period is killed in the middle of its work.</summary>
public static class ShutdownTime
{
    /// <summary>The judgement itself: whether stopping takes longer than there is time.</summary>
    public static bool IsTooLong(int preStopSeconds, int shutdownSeconds, int graceSeconds) => preStopSeconds + shutdownSeconds > graceSeconds;

    internal static IEnumerable<Breach> Judge(WorkloadFacts workload) =>
        from container in workload.LongRunning
        let shutdown = container.ShutdownSeconds ?? 0
        where IsTooLong(container.PreStopSeconds, shutdown, workload.Pod.GraceSeconds)
            || (container.ShutdownSeconds is null && container.PreStopSeconds > 0 && container.PreStopSeconds == workload.Pod.GraceSeconds)
        select new Breach(
            RuleCatalogue.ShutdownTime,
            $"{workload.Pod.Path}.terminationGracePeriodSeconds",
            $"{Named.Container(workload, container)} takes {Text(container.PreStopSeconds + shutdown)} seconds to stop{Parts(container)} and is killed after {Text(workload.Pod.GraceSeconds)}",
            "Raise terminationGracePeriodSeconds, or let it stop sooner.")
        {
            Source = new SourceHint(AttributeKind.Availability, "GraceSeconds", $"Write GraceSeconds = {Text(container.PreStopSeconds + shutdown + 1)} or more, or shorten HostOptions.ShutdownTimeout."),
        };

    private static string Parts(ContainerFacts container) => container is { PreStopSeconds: > 0, ShutdownSeconds: { } shutdown }
        ? $" ({Text(container.PreStopSeconds)} of them before it is told, {Text(shutdown)} by the host's shutdown timeout)"
        : "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
