namespace Ink.Model.Specs;

/// <summary>What must stay up of a workload, and where its pods go.</summary>
/// <param name="MinAvailable">How many pods must stay, a number or a percentage; <see langword="null"/> for <paramref name="MaxUnavailable"/>.</param>
/// <param name="MaxUnavailable">How many pods may go at once, a number or a percentage; <see langword="null"/> for <paramref name="MinAvailable"/>.</param>
/// <param name="Spread">Whether pods are spread over nodes and zones.</param>
/// <param name="PriorityClass">The PriorityClass; <see langword="null"/> for the cluster's default.</param>
public sealed record AvailabilitySpec(string? MinAvailable, string? MaxUnavailable, bool Spread, string? PriorityClass)
{
    /// <summary>What a workload has of which nothing is said: one pod at a time may go, pods are spread.</summary>
    public static AvailabilitySpec Default { get; } = new(MinAvailable: null, MaxUnavailable: "1", Spread: true, PriorityClass: null);
}
