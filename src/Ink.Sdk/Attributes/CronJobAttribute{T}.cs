namespace Ink;

/// <summary>
/// Declares work that runs by the clock and ends each time: <c>builder.AddInk()</c> registers it where the role is active, and
/// <c>RunInkAsync()</c> runs it.
/// </summary>
/// <typeparam name="T">
/// A class that implements <see cref="IInkJob"/>; neither abstract nor local to a file (INK0013 otherwise).
/// </typeparam>
/// <remarks>Where <c>INK_ROLE</c> is not set, as in local development, no job runs; <c>INK_ROLE=report dotnet run</c> runs that one.</remarks>
/// <example><c>[assembly: CronJob&lt;Report&gt;("30 3 * * mon-fri", TimeZone = "Europe/Berlin")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class CronJobAttribute<T> : Attribute
    where T : class
{
    /// <summary>Declares the cron job under its type's name in kebab case: <c>NightlyReport</c> → <c>nightly-report</c>.</summary>
    /// <param name="schedule">
    /// Five fields (minute, hour, day of the month, month, day of the week) or <c>@hourly</c>, <c>@daily</c>, <c>@weekly</c>,
    /// <c>@monthly</c>, <c>@yearly</c>, <c>@every 90m</c>; INK0009 otherwise. Times are those of <see cref="TimeZone"/>.
    /// </param>
    public CronJobAttribute(string schedule) => Schedule = schedule;

    /// <summary>Declares the cron job under a name of its own.</summary>
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

    /// <summary>The workload's name; <see langword="null"/> where it follows from <typeparamref name="T"/>.</summary>
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
