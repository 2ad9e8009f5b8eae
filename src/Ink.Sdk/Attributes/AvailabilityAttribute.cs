namespace Ink;

/// <summary>How much of a workload must stay up while nodes are drained, where its pods go, and how they end.</summary>
/// <remarks>
/// <see cref="MinAvailable"/> and <see cref="MaxUnavailable"/> exclude each other (INK0009 where both are written in one place; of two
/// layers the more specific one decides). A budget that lets no pod ever be evicted is INK1011. A workload that never has two pods gets
/// no budget. Sources: "Specifying a Disruption Budget for your Application" and "Pod Topology Spread Constraints" in the Kubernetes
/// documentation.
/// </remarks>
/// <example><c>[assembly: Availability(MaxUnavailable = "25%", GraceSeconds = 60, Environment = "production")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class AvailabilityAttribute : Attribute
{
    /// <summary>How many pods must stay, a number (<c>"2"</c>) or a percentage (<c>"50%"</c>, rounded up). Default: none.</summary>
    public string? MinAvailable { get; set; }

    /// <summary>How many pods may go at once, a number or a percentage (rounded up). Default: the project's <c>InkMaxUnavailable</c>, else <c>"1"</c>.</summary>
    public string? MaxUnavailable { get; set; }

    /// <summary>
    /// Whether the pods are spread over nodes and zones, as far as the cluster allows. Default: the project's <c>InkSpread</c>, else
    /// <see langword="true"/>.
    /// </summary>
    public bool Spread { get; set; } = true;

    /// <summary>
    /// Seconds between the signal to stop and the kill, up to 86400 (INK0009 otherwise); the web workload's must exceed the 5 that it
    /// goes on serving for. What is left of them is the shutdown timeout that <c>AddInk()</c> gives the host. Default: the project's
    /// <c>InkGraceSeconds</c>, else 30.
    /// </summary>
    public int GraceSeconds { get; set; }

    /// <summary>
    /// The PriorityClass of the pods, which the cluster must have (INK0002 where it cannot be a name). Default: the project's
    /// <c>InkPriorityClass</c>, else the cluster's.
    /// </summary>
    public string? PriorityClass { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
