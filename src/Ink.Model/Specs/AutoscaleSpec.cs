namespace Ink.Model.Specs;

/// <summary>A number of pods that follows their load (HorizontalPodAutoscaler).</summary>
/// <param name="Min">The fewest pods, 1 or more.</param>
/// <param name="Max">The most pods, not below <paramref name="Min"/>.</param>
/// <param name="Cpu">CPU to aim at, in percent of the request; <see langword="null"/> where it does not count.</param>
/// <param name="Memory">Memory to aim at, in percent of the request; <see langword="null"/> where it does not count.</param>
public sealed record AutoscaleSpec(int Min, int Max, int? Cpu, int? Memory);
