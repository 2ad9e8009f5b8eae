namespace Ink;

/// <summary>
/// Declares a worker: pods that serve nothing and run what the app itself registers for this role. Use
/// <see cref="WorkerAttribute{T}"/> where the work is one hosted service.
/// </summary>
/// <remarks>
/// With a name that another declaration has, limited to an environment, it overrides that worker:
/// <c>[assembly: Worker("order-worker", Replicas = 3, Environment = "production")]</c>.
/// </remarks>
/// <example><c>[assembly: Worker("emails")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class WorkerAttribute : Attribute
{
    /// <summary>Declares or overrides the worker of that name.</summary>
    /// <param name="name">
    /// A DNS-1123 label, 63 characters at most together with the app's name and a hyphen (INK0002 otherwise), unlike every other
    /// workload's (INK0006). It is the value of <c>INK_ROLE</c> in the worker's pods.
    /// </param>
    public WorkerAttribute(string name) => Name = name;

    /// <summary>The workload's name.</summary>
    public string Name { get; }

    /// <summary>How many pods, 0 or more. Default: 1.</summary>
    public int Replicas { get; set; }

    /// <summary>The container's entry point, one element an argument; no shell is involved. Default: the image's.</summary>
    public string[]? Command { get; set; }

    /// <summary>Arguments of the entry point, one element an argument. Default: the image's.</summary>
    public string[]? Args { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }
}
