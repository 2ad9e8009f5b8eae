using Ink.Tasks.GitOps.Work;

namespace Ink.Tasks.GitOps;

/// <summary>What a push can be told beyond its target.</summary>
internal sealed record GitOpsOptions
{
    /// <summary>How long to keep trying while others move the branch.</summary>
    public PushBudget Budget { get; init; } = PushBudget.Default;

    /// <summary>Whether commits are signed, as git is set up to in the project's folder.</summary>
    public bool Sign { get; init; }

    /// <summary>Receives one masked line for each run of git, for low-importance logging.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>Receives what a person should know of, in clauses.</summary>
    public Action<string>? Tell { get; init; }

    /// <summary>Where repositories are kept from one call to the next; null for nowhere.</summary>
    public string? Cache { get; init; } = CacheFolder.Find(System.Environment.GetEnvironmentVariable);

    /// <summary>Measures the budget.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Called with the commit just before it is pushed, so that a test can make another deploy win the race.</summary>
    public Func<string, CancellationToken, Task>? BeforePush { get; init; }
}
