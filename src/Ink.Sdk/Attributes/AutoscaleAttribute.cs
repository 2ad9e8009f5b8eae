namespace Ink;

/// <summary>Lets the number of pods follow their load: a HorizontalPodAutoscaler, in place of a fixed <c>Replicas</c>.</summary>
/// <remarks>
/// It applies to every workload that keeps running, unless <see cref="Workload"/> names one. Bounds that contradict each other are
/// INK1010, and <see cref="QueueScaleAttribute"/> for the same workload is INK0007. Source: "Horizontal Pod Autoscaling" in the Kubernetes
/// documentation.
/// </remarks>
/// <example><c>[assembly: Autoscale(Max = 12, Cpu = 70, Workload = "web")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class AutoscaleAttribute : Attribute
{
    /// <summary>
    /// The fewest pods, 1 or more. Default: as many as the workload has without this attribute (its <c>Replicas</c>; else 2 for the web
    /// workload in production, and 1), but never more than <see cref="Max"/>.
    /// </summary>
    public int Min { get; set; }

    /// <summary>The most pods, not below <see cref="Min"/>. Default: 10, or <see cref="Min"/> where that is more.</summary>
    public int Max { get; set; }

    /// <summary>
    /// The CPU to aim at, in percent of what is requested, on average over the pods. Default: 80 where <see cref="Memory"/> is not
    /// written either, else CPU does not count.
    /// </summary>
    public int Cpu { get; set; }

    /// <summary>
    /// The memory to aim at, in percent of what is requested, on average over the pods. Default: memory does not count. It suits few
    /// .NET services: the garbage collector gives memory back late.
    /// </summary>
    public int Memory { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
