namespace Ink;

/// <summary>
/// Declares work that runs by the clock and ends each time. Use <see cref="CronJobAttribute{T}"/> where the work is one
/// <see cref="IInkJob"/>.
/// </summary>
/// <remarks>
/// With a name that another declaration has, limited to an environment, it overrides that cron job:
/// <c>[assembly: CronJob("report", "0 6 * * *", Environment = "production")]</c>. Source: "CronJob" in the Kubernetes documentation.
/// </remarks>
/// <example><c>[assembly: CronJob("report", "30 3 * * mon-fri", TimeZone = "Europe/Berlin")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class CronJobAttribute : Attribute
{
    /// <summary>Declares or overrides the cron job that is called <c>cronjob</c>.</summary>
    /// <param name="schedule">
    /// Five fields (minute, hour, day of the month, month, day of the week) or <c>@hourly</c>, <c>@daily</c>, <c>@weekly</c>,
    /// <c>@monthly</c>, <c>@yearly</c>, <c>@every 90m</c>; INK0009 otherwise. Times are those of <see cref="TimeZone"/>.
    /// </param>
    public CronJobAttribute(string schedule) => Schedule = schedule;

    /// <summary>Declares or overrides the cron job of that name.</summary>
    /// <param name="name">
    /// A DNS-1123 label, 52 characters at most together with the app's name and a hyphen (INK0002 otherwise), unlike every other
    /// workload's (INK0006). It is the value of <c>INK_ROLE</c> in the job's pods.
    /// </param>
    /// <param name="schedule">
    /// Five fields (minute, hour, day of the month, month, day of the week) or <c>@hourly</c>, <c>@daily</c>, <c>@weekly</c>,
    /// <c>@monthly</c>, <c>@yearly</c>, <c>@every 90m</c>; INK0009 otherwise. Times are those of <see cref="TimeZone"/>.
    /// </param>
    public CronJobAttribute(string name, string schedule)
    {
        Name = name;
        Schedule = schedule;
    }

    /// <summary>The workload's name; <see langword="null"/> for <c>cronjob</c>.</summary>
    public string? Name { get; }

    /// <summary>When it runs.</summary>
    public string Schedule { get; }

    /// <summary>
    /// The time zone of the schedule, by its name in the IANA database: <c>Europe/Berlin</c> (INK0009 otherwise). Default: the
    /// project's <c>InkCronTimeZone</c>, else that of the cluster's control plane, mostly UTC.
    /// </summary>
    public string? TimeZone { get; set; }

    /// <summary>What happens when it is due while its last run still goes on. Default: the project's <c>InkCronConcurrency</c>, else <see cref="Ink.Concurrency.Forbid"/>.</summary>
    public Concurrency Concurrency { get; set; }

    /// <summary>
    /// Seconds that a run may take, all tries together, 1 or more (INK0009 otherwise); it then counts as failed. Default: the project's
    /// <c>InkJobDeadlineSeconds</c>, else no bound.
    /// </summary>
    public int DeadlineSeconds { get; set; }

    /// <summary>
    /// How often a failed run is tried again, 0 to 100 (INK0009 otherwise), after a pause that grows each time. Default: the project's
    /// <c>InkJobRetries</c>, else 2.
    /// </summary>
    public int Retries { get; set; }

    /// <summary>The container's entry point, one element an argument; no shell is involved. Default: the image's.</summary>
    public string[]? Command { get; set; }

    /// <summary>Arguments of the entry point, one element an argument. Default: the image's.</summary>
    public string[]? Args { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }
}
