namespace Ink;

/// <summary>What a container asks for and what it may use at most.</summary>
/// <remarks>
/// All are Kubernetes quantities in strings (INK0003 otherwise): CPU in cores (<c>"0.5"</c>) or thousandths (<c>"500m"</c>), memory and
/// storage in bytes, mostly with <c>Mi</c> or <c>Gi</c>. A request above its limit is INK0004. Source: "Resource Management for Pods and
/// Containers" in the Kubernetes documentation.
/// </remarks>
/// <example><c>[assembly: Resources(Cpu = "250m", Memory = "256Mi", Environment = "production")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ResourcesAttribute : Attribute
{
    /// <summary>Requested CPU. Default: the project's <c>InkDefaultCpu</c>, else 100m.</summary>
    public string? Cpu { get; set; }

    /// <summary>Requested memory. Default: the project's <c>InkDefaultMemory</c>, else 256Mi.</summary>
    public string? Memory { get; set; }

    /// <summary>CPU limit. Default: the project's <c>InkDefaultCpuLimit</c>, else none, so that a pod may use what is idle on its node.</summary>
    public string? CpuLimit { get; set; }

    /// <summary>Memory limit; a container that exceeds it is killed. Default: the project's <c>InkDefaultMemoryLimit</c>, else <see cref="Memory"/>.</summary>
    public string? MemoryLimit { get; set; }

    /// <summary>
    /// Requested and limited ephemeral storage: logs, the writable <c>/tmp</c>. Default: the project's <c>InkDefaultEphemeralStorage</c>, else
    /// none.
    /// </summary>
    public string? EphemeralStorage { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
