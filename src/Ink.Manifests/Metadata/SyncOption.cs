namespace Ink.Manifests.Metadata;

/// <summary>How Argo CD treats a single object ("Sync Options" and "Compare Options" in its documentation).</summary>
internal static class SyncOption
{
    /// <summary>The annotation; several options have commas between them.</summary>
    public const string Key = "argocd.argoproj.io/sync-options";

    /// <summary>The object stays when it leaves the repository, and when the Application is deleted.</summary>
    public const string Keep = "Delete=false,Prune=false";

    /// <summary>The API server merges the object with what is there, instead of the client.</summary>
    public const string ServerSideApply = "ServerSideApply=true";

    /// <summary>The annotation that has an object count as synced once it is in the cluster alone.</summary>
    public const string CompareKey = "argocd.argoproj.io/compare-options";

    /// <summary>Its value.</summary>
    public const string IgnoreExtraneous = "IgnoreExtraneous";

    /// <summary>The annotation that leaves an object's health out of the Application's.</summary>
    public const string IgnoreHealthKey = "argocd.argoproj.io/ignore-healthcheck";
}
