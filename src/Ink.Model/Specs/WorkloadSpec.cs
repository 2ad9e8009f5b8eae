using Ink.Model.Collections;

namespace Ink.Model.Specs;

/// <summary>One role of the application: what runs the app's image with <c>INK_ROLE</c> set to the role's name.</summary>
public sealed record WorkloadSpec
{
    // What the process needs once its host has stopped or given up: to dispose of services, to write its last log lines, to end.
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(2);

    /// <summary>What it does.</summary>
    public required WorkloadKind Kind { get; init; }

    /// <summary>The role's name, a DNS-1123 label; also <c>app.kubernetes.io/component</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name of its objects: the app's for the web workload, else <c>app-role</c>.</summary>
    public required string ObjectName { get; init; }

    /// <summary>How it is run to its end; <see langword="null"/> for a workload that keeps running.</summary>
    public JobSpec? Job { get; init; }

    /// <summary>Whether it runs to its end: then nothing is served, probed or replicated.</summary>
    public bool RunsToCompletion => Kind is WorkloadKind.CronJob or WorkloadKind.Job;

    /// <summary>Whether it runs once everything else is healthy.</summary>
    public bool RunsAfterDeploy => Kind == WorkloadKind.Job && Job is { When: JobTime.AfterDeploy };

    /// <summary>How many pods; 1 for a workload that runs to its end.</summary>
    public required int Replicas { get; init; }

    /// <summary>The port it serves HTTP on; <see langword="null"/> for a workload that serves nothing to others.</summary>
    public int? Port { get; init; }

    /// <summary>The container's entry point in place of the image's; empty for the image's.</summary>
    public EquatableArray<string> Command { get; init; }

    /// <summary>Arguments of the entry point; empty for the image's.</summary>
    public EquatableArray<string> Args { get; init; }

    /// <summary>CPU and memory.</summary>
    public required ResourcesSpec Resources { get; init; }

    /// <summary>The probes; <see langword="null"/> where nothing can be probed.</summary>
    public HealthSpec? Health { get; init; }

    /// <summary>
    /// Variables with a literal value, by name (ordinal); those that Ink sets itself (<c>INK_ROLE</c>, the port) included.
    /// </summary>
    public EquatableArray<VariableSpec> Variables { get; init; }

    /// <summary>Its secrets, by variable name (ordinal).</summary>
    public EquatableArray<SecretSpec> Secrets { get; init; }

    /// <summary>Its writable directories beside <c>/tmp</c>, by path (ordinal); one at <c>/tmp</c> takes its place.</summary>
    public EquatableArray<VolumeSpec> Volumes { get; init; }

    /// <summary>Files of the project that it finds in its container, by path there (ordinal).</summary>
    public EquatableArray<ConfigFileSpec> ConfigFiles { get; init; }

    /// <summary>Whether each of its pods keeps data of its own, and so its name: it is then a StatefulSet.</summary>
    public bool IsStateful => !RunsToCompletion && Volumes.Any(volume => volume.Claim is { Owner: ClaimOwner.Pod });

    /// <summary>The name of the Service that names the pods of a StatefulSet.</summary>
    public string HeadlessServiceName => $"{ObjectName}-headless";

    /// <summary>Seconds between the signal to stop and the kill.</summary>
    public int GraceSeconds { get; init; } = 30;

    /// <summary>
    /// Seconds that a pod goes on serving after it is told to stop, so that load balancers can take it out first; 0 for none.
    /// </summary>
    public int DrainSeconds { get; init; }

    /// <summary>
    /// How long the host of the app may take to stop once it is told to: the grace period begins with the draining, and at its end the
    /// process is killed, so it has to give up two seconds before; of a very short period it has half.
    /// </summary>
    public TimeSpan ShutdownTimeout
    {
        get
        {
            var left = TimeSpan.FromSeconds(Math.Max(0, GraceSeconds - DrainSeconds));
            var half = TimeSpan.FromTicks(left.Ticks / 2);
            return left - (half < TimeToEnd ? half : TimeToEnd);
        }
    }

    /// <summary>How the number of pods follows their load; <see langword="null"/> where it does not.</summary>
    public AutoscaleSpec? Autoscale { get; init; }

    /// <summary>How the number of pods follows a queue; <see langword="null"/> where it does not.</summary>
    public QueueScaleSpec? QueueScale { get; init; }

    /// <summary>The fewest pods that it is meant to have.</summary>
    public int MinReplicas => QueueScale?.Min ?? Autoscale?.Min ?? Replicas;

    /// <summary>The most pods that it is meant to have.</summary>
    public int MaxReplicas => QueueScale?.Max ?? Autoscale?.Max ?? Replicas;

    /// <summary>Whether something else than Ink decides how many pods there are.</summary>
    public bool IsScaled => Autoscale is not null || QueueScale is not null;

    /// <summary>Disruption budget, spread and priority.</summary>
    public AvailabilitySpec Availability { get; init; } = AvailabilitySpec.Default;

    /// <summary>The user's labels on its objects, by key and kind (ordinal); those of the app included.</summary>
    public EquatableArray<MetadataSpec> Labels { get; init; }

    /// <summary>The user's annotations on its objects, by key and kind (ordinal); those of the app included.</summary>
    public EquatableArray<MetadataSpec> Annotations { get; init; }

    /// <summary>Its metrics; <see langword="null"/> where it has none.</summary>
    public MetricsSpec? Metrics { get; init; }

    /// <summary>Who alone may connect to it; empty for the default of its kind.</summary>
    public EquatableArray<PeerSpec> AllowFrom { get; init; }

    /// <summary>Whom alone it may connect to, beside DNS; empty for everything.</summary>
    public EquatableArray<PeerSpec> AllowTo { get; init; }

    /// <summary>The containers beside its own, by name (ordinal).</summary>
    public EquatableArray<SidecarSpec> Sidecars { get; init; }
}
