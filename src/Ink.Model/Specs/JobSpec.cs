namespace Ink.Model.Specs;

/// <summary>How a workload that runs to its end is run.</summary>
/// <param name="Retries">How often a failed run is tried again.</param>
/// <param name="DeadlineSeconds">Seconds that a run may take, all tries together; <see langword="null"/> for no bound.</param>
public sealed record JobSpec(int Retries, int? DeadlineSeconds)
{
    /// <summary>When a job runs; means nothing for a cron job.</summary>
    public JobTime When { get; init; }

    /// <summary>The schedule of a cron job; <see langword="null"/> for a job.</summary>
    public CronSpec? Cron { get; init; }
}
