namespace Ink;

/// <summary>
/// Declares work that runs once with every deploy, such as a migration. Use <see cref="JobAttribute{T}"/> where the work is one
/// <see cref="IInkJob"/>.
/// </summary>
/// <remarks>
/// With a name that another declaration has, limited to an environment, it overrides that job:
/// <c>[assembly: Job("migrate", DeadlineSeconds = 3600, Environment = "production")]</c>.
/// </remarks>
/// <example><c>[assembly: Job("migrate", Args = ["--migrate"])]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class JobAttribute : Attribute
{
    /// <summary>Declares or overrides the job of that name.</summary>
    /// <param name="name">
    /// A DNS-1123 label, 63 characters at most together with the app's name and a hyphen (INK0002 otherwise), unlike every other
    /// workload's (INK0006). It is the value of <c>INK_ROLE</c> in the job's pods.
    /// </param>
    public JobAttribute(string name) => Name = name;

    /// <summary>The workload's name.</summary>
    public string Name { get; }

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
