namespace Ink;

/// <summary>
/// Declares work that runs once with every deploy, such as a migration: <c>builder.AddInk()</c> registers it where the role is active,
/// and <c>RunInkAsync()</c> runs it.
/// </summary>
/// <typeparam name="T">
/// A class that implements <see cref="IInkJob"/>; neither abstract nor local to a file (INK0013 otherwise).
/// </typeparam>
/// <remarks>Where <c>INK_ROLE</c> is not set, as in local development, no job runs; <c>INK_ROLE=migrate dotnet run</c> runs that one.</remarks>
/// <example><c>[assembly: Job&lt;Migrate&gt;(DeadlineSeconds = 600)]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class JobAttribute<T> : Attribute
    where T : class
{
    /// <summary>Declares the job under its type's name in kebab case: <c>MigrateOrders</c> → <c>migrate-orders</c>.</summary>
    public JobAttribute()
    {
    }

    /// <summary>Declares the job under a name of its own.</summary>
    /// <param name="name">
    /// A DNS-1123 label, 63 characters at most together with the app's name and a hyphen (INK0002 otherwise), unlike every other
    /// workload's (INK0006). It is the value of <c>INK_ROLE</c> in the job's pods.
    /// </param>
    public JobAttribute(string name) => Name = name;

    /// <summary>The workload's name; <see langword="null"/> where it follows from <typeparamref name="T"/>.</summary>
    public string? Name { get; }

    /// <summary>When it runs, seen from the deploy. Default: <see cref="JobTime.BeforeDeploy"/>.</summary>
    public JobTime When { get; set; }

    /// <summary>
    /// Seconds that a run may take, all tries together, 1 or more (INK0009 otherwise); it then counts as failed. Default: the project's
    /// <c>InkJobDeadlineSeconds</c>, else no bound.
    /// </summary>
    public int DeadlineSeconds { get; set; }

    /// <summary>
    /// How often a failed run is tried again, 0 to 100 (INK0009 otherwise), after a pause that grows each time; a sync that Argo CD
    /// repeats runs the job anew. Default: the project's <c>InkJobRetries</c>, else 2.
    /// </summary>
    public int Retries { get; set; }

    /// <summary>The container's entry point, one element an argument; no shell is involved. Default: the image's.</summary>
    public string[]? Command { get; set; }

    /// <summary>Arguments of the entry point, one element an argument. Default: the image's.</summary>
    public string[]? Args { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }
}
