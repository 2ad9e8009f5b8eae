using Ink.Model.Collections;

namespace Ink.Model.Policy.Facts;

/// <summary>
/// An object that runs pods, as far as rules judge it. The analyzer makes it of a spec, the policy of a manifest, so that both
/// are held to the same judgement.
/// </summary>
public sealed record WorkloadFacts
{
    /// <summary>The kind of object: <c>Deployment</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The name that messages use: that of the workload in source, that of the object in a manifest.</summary>
    public required string Name { get; init; }

    /// <summary>Its pods.</summary>
    public required PodFacts Pod { get; init; }

    /// <summary>The fewest pods that it is meant to have; <see langword="null"/> where it has no count (a job, a DaemonSet).</summary>
    public int? MinReplicas { get; init; }

    /// <summary>Whether a scaler decides how many pods there are.</summary>
    public bool IsScaled { get; init; }

    /// <summary>Whether a Service leads to it.</summary>
    public bool IsServed { get; init; }

    /// <summary>How it is run by the clock; <see langword="null"/> for what is no CronJob.</summary>
    public CronFacts? Cron { get; init; }

    /// <summary>Containers that go on running: the app's and its sidecars.</summary>
    public IEnumerable<ContainerFacts> LongRunning => Pod.Containers.Where(container => container.Kind is ContainerKind.App or ContainerKind.Sidecar);
}

/// <summary>How a CronJob runs.</summary>
/// <param name="Concurrency"><c>concurrencyPolicy</c>; <see langword="null"/> where it is not written, which means <c>Allow</c>.</param>
/// <param name="HasDeadline">Whether a run is ended after some time (<c>activeDeadlineSeconds</c> of the Job).</param>
public sealed record CronFacts(string? Concurrency, bool HasDeadline);
