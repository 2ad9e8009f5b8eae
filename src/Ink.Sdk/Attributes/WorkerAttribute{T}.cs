namespace Ink;

/// <summary>Declares a worker whose work is a hosted service; <c>builder.AddInk()</c> registers it where the role is active.</summary>
/// <typeparam name="T">
/// A class that implements <c>Microsoft.Extensions.Hosting.IHostedService</c>, usually by way of <c>BackgroundService</c>; neither
/// abstract nor local to a file (INK0013 otherwise).
/// </typeparam>
/// <remarks>Where <c>INK_ROLE</c> is not set, as in local development, every worker runs beside the web server.</remarks>
/// <example><c>[assembly: Worker&lt;OrderWorker&gt;(Replicas = 2)]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class WorkerAttribute<T> : Attribute
    where T : class
{
    /// <summary>Declares the worker under its type's name in kebab case: <c>OrderWorker</c> → <c>order-worker</c>.</summary>
    public WorkerAttribute()
    {
    }

    /// <summary>Declares the worker under a name of its own.</summary>
    /// <param name="name">
    /// A DNS-1123 label, 63 characters at most together with the app's name and a hyphen (INK0002 otherwise), unlike every other
    /// workload's (INK0006). It is the value of <c>INK_ROLE</c> in the worker's pods.
    /// </param>
    public WorkerAttribute(string name) => Name = name;

    /// <summary>The workload's name; <see langword="null"/> where it follows from <typeparamref name="T"/>.</summary>
    public string? Name { get; }

    /// <summary>How many pods, 0 or more. Default: 1.</summary>
    public int Replicas { get; set; }

    /// <summary>The container's entry point, one element an argument; no shell is involved. Default: the image's.</summary>
    public string[]? Command { get; set; }

    /// <summary>Arguments of the entry point, one element an argument. Default: the image's.</summary>
    public string[]? Args { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }
}
