namespace Ink;

/// <summary>
/// Lets the number of pods follow a queue, a stream or anything else that KEDA can watch, down to none: a ScaledObject, in place of a
/// fixed <c>Replicas</c>.
/// </summary>
/// <remarks>
/// It applies to every workload that keeps running, unless <see cref="Workload"/> names one. Bounds that contradict each other are
/// INK1010, and <see cref="AutoscaleAttribute"/> for the same workload is INK0007. Source: "ScaledObject specification" in the KEDA documentation.
/// </remarks>
/// <example>
/// <c>[assembly: QueueScale("rabbitmq", Workload = "orders", Metadata = ["queueName=orders", "mode=QueueLength", "value=20"],
/// Authentication = "rabbitmq")]</c>
/// </example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class QueueScaleAttribute : Attribute
{
    /// <summary>Scales by that trigger.</summary>
    /// <param name="trigger">
    /// KEDA's name for the type of trigger, such as <c>aws-sqs-queue</c> or <c>rabbitmq</c> (INK0002 where it cannot be one).
    /// </param>
    public QueueScaleAttribute(string trigger) => Trigger = trigger;

    /// <summary>The type of trigger.</summary>
    public string Trigger { get; }

    /// <summary>
    /// The fewest pods, 0 or more. Default: 0 for a worker, which then runs only while there is work; for the web workload as many as it
    /// has without this attribute, but never more than <see cref="Max"/>.
    /// </summary>
    public int Min { get; set; }

    /// <summary>The most pods, 1 or more and not below <see cref="Min"/>. Default: 10, or <see cref="Min"/> where that is more.</summary>
    public int Max { get; set; }

    /// <summary>
    /// The trigger's settings, each <c>"key=value"</c> (INK0008 otherwise) with a key of its own (INK0006); may hold placeholders. No
    /// place for credentials: those belong into what <see cref="Authentication"/> names.
    /// </summary>
    public string[]? Metadata { get; set; }

    /// <summary>
    /// The TriggerAuthentication in the app's namespace that holds the credentials, or <c>ClusterTriggerAuthentication/name</c> for one of
    /// the cluster's (INK0002 where it cannot be a name). Default: none.
    /// </summary>
    public string? Authentication { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
