using Ink.Model.Values;

namespace Ink.Model.Specs;

/// <summary>The container's resource requests and limits.</summary>
/// <param name="Cpu">Requested CPU, in cores.</param>
/// <param name="Memory">Requested memory, in bytes.</param>
/// <param name="CpuLimit">CPU limit; <see langword="null"/> for none.</param>
/// <param name="MemoryLimit">Memory limit.</param>
/// <param name="EphemeralStorage">Requested and limited ephemeral storage; <see langword="null"/> for none.</param>
/// <param name="IsFallback">Nobody chose CPU or memory: Ink's own 100m / 256Mi stand in for one of them.</param>
public sealed record ResourcesSpec(
    Quantity Cpu,
    Quantity Memory,
    Quantity? CpuLimit,
    Quantity MemoryLimit,
    Quantity? EphemeralStorage,
    bool IsFallback);
