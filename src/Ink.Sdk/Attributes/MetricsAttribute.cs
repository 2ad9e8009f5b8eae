namespace Ink;

/// <summary>Has Prometheus scrape the workload: a ServiceMonitor of the Prometheus operator.</summary>
/// <remarks>
/// Ink opens the port and says where it is; that something answers there is up to the app. Source: "ServiceMonitor" in the API reference
/// of the Prometheus operator.
/// </remarks>
/// <example><c>[assembly: Metrics(Port = 9464, IntervalSeconds = 15)]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class MetricsAttribute : Attribute
{
    /// <summary>The path, which begins with <c>/</c>, without a query (INK0008 otherwise). Default: the project's <c>InkMetricsPath</c>, else <c>/metrics</c>.</summary>
    public string? Path { get; set; }

    /// <summary>
    /// The port, from 1 to 65535 (INK0005 otherwise); may be that of a sidecar. Default: the port that the workload serves or is probed on; a workload with
    /// neither is INK1014 where the attribute names it, and is left out where it does not.
    /// </summary>
    public int Port { get; set; }

    /// <summary>Seconds between two scrapes, from 1 to 3600 (INK0009 otherwise). Default: the project's <c>InkMetricsIntervalSeconds</c>, else Prometheus's own.</summary>
    public int IntervalSeconds { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
