namespace Ink;

/// <summary>
/// What happens when a cron job is due while its last run still goes on. Source: "Concurrency policy" in the Kubernetes documentation of
/// CronJob.
/// </summary>
public enum Concurrency
{
    /// <summary>The runs go on side by side.</summary>
    Allow,

    /// <summary>The new run is left out.</summary>
    Forbid,

    /// <summary>The last run is stopped, and the new one takes its place.</summary>
    Replace,
}
