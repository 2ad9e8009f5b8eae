namespace Ink.Manifests.ArgoCd;

/// <summary>How Argo CD applies the manifests.</summary>
public sealed record SyncPolicy
{
    /// <summary>Sync without being asked; <see langword="null"/> for by hand.</summary>
    public AutomatedSync? Automated { get; init; }

    /// <summary>Switches, as <c>Name=value</c> ("Sync Options" in the Argo CD documentation).</summary>
    public required IReadOnlyList<string> SyncOptions { get; init; }

    /// <summary>Metadata of the namespace that Argo CD makes.</summary>
    public NamespaceMetadata? ManagedNamespaceMetadata { get; init; }

    /// <summary>What happens after a sync that failed.</summary>
    public SyncRetry? Retry { get; init; }
}

/// <summary>Automated sync.</summary>
/// <param name="Prune">Delete what is no longer in the repository.</param>
/// <param name="SelfHeal">Undo changes made in the cluster.</param>
public sealed record AutomatedSync(bool Prune, bool SelfHeal);

/// <summary>Metadata of the namespace.</summary>
/// <param name="Labels">Its labels.</param>
public sealed record NamespaceMetadata(IReadOnlyDictionary<string, string> Labels);

/// <summary>How often a failed sync is tried again.</summary>
/// <param name="Limit">Tries at most.</param>
/// <param name="Backoff">The pauses between them.</param>
public sealed record SyncRetry(int Limit, SyncBackoff Backoff);

/// <summary>Growing pauses.</summary>
/// <param name="Duration">The first, as a Go duration.</param>
/// <param name="Factor">What each is multiplied with to get the next.</param>
/// <param name="MaxDuration">The longest.</param>
public sealed record SyncBackoff(string Duration, int Factor, string MaxDuration);
