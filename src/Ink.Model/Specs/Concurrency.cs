namespace Ink.Model.Specs;

/// <summary>What happens when a cron job is due while its last run still goes on; the names are those of Kubernetes.</summary>
public enum Concurrency
{
    /// <summary>The runs go on side by side.</summary>
    Allow,

    /// <summary>The new run is left out.</summary>
    Forbid,

    /// <summary>The new run takes the last one's place.</summary>
    Replace,
}
