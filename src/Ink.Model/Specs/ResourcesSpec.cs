using Ink.Model.Values;

namespace Ink.Model.Specs;

/// <summary>The container's resource requests and limits.</summary>
/// <param name="Cpu">Requested CPU, in cores.</param>
/// <param name="Memory">Requested memory, in bytes.</param>
/// <param name="CpuLimit">CPU limit; <see langword="null"/> for none.</param>
/// <param name="MemoryLimit">Memory limit.</param>
/// <param name="EphemeralStorage">Requested and limited ephemeral storage; <see langword="null"/> for none.</param>
/// <param name="IsCpuFallback">Nobody chose CPU: Ink's own 100m stands in.</param>
/// <param name="IsMemoryFallback">Nobody chose memory: Ink's own 256Mi stands in.</param>
public sealed record ResourcesSpec(
    Quantity Cpu,
    Quantity Memory,
    Quantity? CpuLimit,
    Quantity MemoryLimit,
    Quantity? EphemeralStorage,
    bool IsCpuFallback,
    bool IsMemoryFallback)
{
    /// <summary>Nobody chose CPU or memory.</summary>
    public bool IsFallback => IsCpuFallback || IsMemoryFallback;
}
