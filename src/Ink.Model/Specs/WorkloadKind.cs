namespace Ink.Model.Specs;

/// <summary>The kinds of workload.</summary>
public enum WorkloadKind
{
    /// <summary>Serves HTTP.</summary>
    Web,

    /// <summary>Runs hosted services and serves nothing.</summary>
    Worker,

    /// <summary>Runs by the clock, to its end.</summary>
    CronJob,

    /// <summary>Runs once with every deploy, to its end.</summary>
    Job,
}
