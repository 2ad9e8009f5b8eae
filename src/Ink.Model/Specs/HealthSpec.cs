namespace Ink.Model.Specs;

/// <summary>The probes of a workload, all on one port.</summary>
/// <param name="Port">The port they connect to.</param>
/// <param name="Ready">Path of the readiness probe; <see langword="null"/> for a TCP probe.</param>
/// <param name="Live">Path of the liveness probe; <see langword="null"/> for a TCP probe.</param>
/// <param name="Startup">Path of the startup probe; <see langword="null"/> for a TCP probe.</param>
/// <param name="PeriodSeconds">Seconds between two readiness or liveness probes.</param>
/// <param name="TimeoutSeconds">Seconds a probe may take.</param>
/// <param name="FailureThreshold">Failures in a row that count.</param>
public sealed record HealthSpec(
    int Port,
    string? Ready,
    string? Live,
    string? Startup,
    int PeriodSeconds,
    int TimeoutSeconds,
    int FailureThreshold);
