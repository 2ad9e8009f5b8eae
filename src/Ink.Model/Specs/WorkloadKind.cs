namespace Ink.Model.Specs;

/// <summary>The kinds of workload.</summary>
public enum WorkloadKind
{
    /// <summary>Serves HTTP.</summary>
    Web,

    /// <summary>Runs hosted services and serves nothing.</summary>
    Worker,
}
