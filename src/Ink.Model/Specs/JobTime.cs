namespace Ink.Model.Specs;

/// <summary>When a job runs, seen from the deploy that it is part of.</summary>
public enum JobTime
{
    /// <summary>After configuration and secrets, before the workloads.</summary>
    BeforeDeploy,

    /// <summary>Once the workloads are healthy.</summary>
    AfterDeploy,
}
