namespace Ink.Manifests.Metadata;

/// <summary>
/// The order in which Argo CD applies the objects of one sync, lowest first; each wave waits until the one before is healthy
/// ("Sync Phases and Waves" in the Argo CD documentation).
/// </summary>
public enum SyncWave
{
    /// <summary>What pods need in order to start, and what must guard them from the first moment.</summary>
    Prerequisites = -2,

    /// <summary>The jobs that the workloads of the new version wait for.</summary>
    BeforeWorkloads = -1,

    /// <summary>The workloads; Argo CD's default, so it is not written.</summary>
    Workloads = 0,

    /// <summary>What sends traffic to workloads that are up, and what scales them.</summary>
    Traffic = 1,
}
