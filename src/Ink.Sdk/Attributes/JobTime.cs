namespace Ink;

/// <summary>When a job runs, seen from the deploy that it is part of.</summary>
public enum JobTime
{
    /// <summary>
    /// Before the workloads of the new version start, with its configuration and secrets in place: the place of a migration. Where it
    /// fails, the old version goes on running.
    /// </summary>
    BeforeDeploy,

    /// <summary>Once the workloads of the new version are healthy: to warm a cache, to check what was deployed.</summary>
    AfterDeploy,
}
