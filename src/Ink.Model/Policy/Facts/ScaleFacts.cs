using Ink.Model.Collections;
using Ink.Model.Values;

namespace Ink.Model.Policy.Facts;

/// <summary>A scaler of pods, as far as rules judge it: a HorizontalPodAutoscaler or a ScaledObject of KEDA.</summary>
public sealed record ScalerFacts
{
    /// <summary>The kind of object.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The fewest pods.</summary>
    public required int Min { get; init; }

    /// <summary>The most pods; <see langword="null"/> where that is missing.</summary>
    public required int? Max { get; init; }

    /// <summary>The field that holds <see cref="Min"/>.</summary>
    public required string MinPath { get; init; }

    /// <summary>The field that holds <see cref="Max"/>.</summary>
    public required string MaxPath { get; init; }

    /// <summary>The field that says what to scale by.</summary>
    public required string MetricsPath { get; init; }

    /// <summary>Whether it says what to scale by.</summary>
    public required bool HasMetrics { get; init; }

    /// <summary>Whether it may scale to nothing.</summary>
    public required bool MayBeZero { get; init; }

    /// <summary>What it scales by, of the resources of its pods.</summary>
    public EquatableArray<UtilizationFacts> Utilizations { get; init; }
}

/// <summary>A percentage of what pods request.</summary>
/// <param name="Resource"><c>cpu</c> or <c>memory</c>.</param>
/// <param name="Percent">The percentage to aim at.</param>
/// <param name="Path">Where it is in the object.</param>
/// <param name="Container">A container of the pods without such a request; <see langword="null"/> where all have one, or are not known.</param>
/// <param name="Request">The request, where the pods have one container; else <see langword="null"/>.</param>
/// <param name="Limit">The limit, likewise.</param>
public sealed record UtilizationFacts(string Resource, int Percent, string Path, string? Container = null, Quantity? Request = null, Quantity? Limit = null);

/// <summary>A PodDisruptionBudget, as far as rules judge it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Min"><c>minAvailable</c>; <see langword="null"/> where it is not written.</param>
/// <param name="Max"><c>maxUnavailable</c>; <see langword="null"/> where it is not written.</param>
/// <param name="Pods">How many pods it covers, to be judged by; <see langword="null"/> where that is not known.</param>
public sealed record BudgetFacts(string Name, NumberOrPercent? Min, NumberOrPercent? Max, int? Pods);
