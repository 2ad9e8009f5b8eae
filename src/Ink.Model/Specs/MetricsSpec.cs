namespace Ink.Model.Specs;

/// <summary>Where Prometheus finds a workload's metrics.</summary>
/// <param name="Port">The port.</param>
/// <param name="Path">The path, which begins with <c>/</c>.</param>
/// <param name="IntervalSeconds">Seconds between two scrapes; <see langword="null"/> for Prometheus's own.</param>
public sealed record MetricsSpec(int Port, string Path, int? IntervalSeconds);
