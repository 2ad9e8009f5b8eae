namespace Ink;

/// <summary>Where and how often Kubernetes probes the workload; <c>app.MapInk()</c> answers at these paths.</summary>
/// <remarks>
/// An app that calls <c>MapInk()</c> needs this only to move a path. Without both, the probes only connect to the port, so that an
/// untouched app becomes ready. Source: "Configure Liveness, Readiness and Startup Probes" in the Kubernetes documentation.
/// </remarks>
/// <example><c>[assembly: Health(Ready = "/ready", Live = "/live", PeriodSeconds = 5)]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class HealthAttribute : Attribute
{
    /// <summary>
    /// Path that says whether requests may come; runs every registered health check. Default: the project's <c>InkHealthReady</c>, else
    /// <c>/health/ready</c>.
    /// </summary>
    public string? Ready { get; set; }

    /// <summary>
    /// Path that says whether the process still lives; runs no check, since a restart mends no database. Default: the project's
    /// <c>InkHealthLive</c>, else <c>/health/live</c>.
    /// </summary>
    public string? Live { get; set; }

    /// <summary>
    /// Path that says whether the start is over; runs every registered health check. Default: the project's <c>InkHealthStartup</c>, else the
    /// path of <see cref="Live"/>.
    /// </summary>
    public string? Startup { get; set; }

    /// <summary>The port of all probes, 1 to 65535; INK0005 otherwise. Default: the web workload's port.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Seconds between two readiness or liveness probes, 1 to 3600 (INK0009 otherwise). Default: the project's
    /// <c>InkHealthPeriodSeconds</c>, else 10.
    /// </summary>
    public int PeriodSeconds { get; set; }

    /// <summary>Seconds a probe may take, 1 to 3600 (INK0009 otherwise). Default: the project's <c>InkHealthTimeoutSeconds</c>, else 2.</summary>
    public int TimeoutSeconds { get; set; }

    /// <summary>
    /// Failures in a row that make a pod unready, or restart it; 1 to 1000 (INK0009 otherwise). Default: the project's
    /// <c>InkHealthFailureThreshold</c>, else 3.
    /// </summary>
    public int FailureThreshold { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
