namespace Ink.Model.Specs;

/// <summary>When a cron job runs.</summary>
/// <param name="Schedule">Five fields or a macro.</param>
/// <param name="TimeZone">The name of a time zone of the IANA database; <see langword="null"/> for that of the control plane.</param>
/// <param name="Concurrency">What happens when the last run still goes on.</param>
public sealed record CronSpec(string Schedule, string? TimeZone, Concurrency Concurrency);
