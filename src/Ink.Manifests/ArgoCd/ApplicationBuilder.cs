using Ink.Manifests.Metadata;
using Ink.Manifests.Workloads;
using Ink.Model.Specs;
using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.ArgoCd;

/// <summary>Makes the Argo CD Application that deploys an app to one environment.</summary>
public static class ApplicationBuilder
{
    /// <summary>The Application, called <c>app-environment</c>.</summary>
    /// <param name="app">The resolved application.</param>
    /// <param name="repoUrl">The GitOps repository as Argo CD reaches it; without credentials.</param>
    /// <param name="branch">The branch that Argo CD follows.</param>
    /// <param name="path">The folder of the app and environment, relative to the repository's root.</param>
    public static Application Build(AppSpec app, string repoUrl, string branch, string path)
    {
        ArgumentNullException.ThrowIfNull(app);

        var metadata = ObjectMetadata.Create(app, ShortName.Join(app.Name, app.Environment), Labels.Of(app));
        metadata.NamespaceProperty = app.Argo.Namespace;
        ApplicationAnnotations.Apply(app, metadata);
        UserMetadata.ApplyToApplication(app, metadata, "Application");
        // No finalizer: with the cascading one, an Application lost in a merge would take its running app with it.
        return new Application
        {
            Metadata = metadata,
            Spec = new ApplicationSpec
            {
                Project = app.Argo.Project,
                Source = new ApplicationSource(repoUrl, branch, path),
                Destination = new ApplicationDestination(app.Namespace, app.Argo.Server, app.Argo.Cluster),
                SyncPolicy = Sync(app),
                IgnoreDifferences = Ignored(app) is { Count: > 0 } ignored ? ignored : null,
            },
        };
    }

    private static SyncPolicy Sync(AppSpec app) => new()
    {
        Automated = new AutomatedSync(Prune: true, SelfHeal: true),
        SyncOptions = [.. SyncOptions(app)],
        ManagedNamespaceMetadata = new NamespaceMetadata(PodSecurityLabels()),
        Retry = new SyncRetry(Limit: 5, new SyncBackoff(Duration: "5s", Factor: 2, MaxDuration: "3m")),
    };

    // By name: what a project sets replaces Ink's own of that name.
    private static IEnumerable<string> SyncOptions(AppSpec app)
    {
        List<string> own =
        [
            "CreateNamespace=true",
            // Two Applications that hold the same object would undo each other's changes for ever: fail instead.
            "FailOnSharedResource=true",
            // What is no longer wanted goes when the rest is healthy, so that a renamed workload or route leaves no gap.
            "PruneLast=true",
        ];
        // Otherwise ignored fields are compared no more, and written all the same.
        if (app.Workloads.Any(workload => workload.IsScaled))
            own.Add("RespectIgnoreDifferences=true");
        var names = app.Argo.SyncOptions.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        return own.Where(option => !names.Contains(NameOf(option))).Concat(app.Argo.SyncOptions.GroupBy(NameOf).Select(options => options.Last()));

        static string NameOf(string option) => option.Split('=')[0];
    }

    private static List<IgnoredDifference> Ignored(AppSpec app)
    {
        // The autoscaler's: the number that it chose is nobody's drift.
        List<IgnoredDifference> ignored = [.. app.Workloads.Where(workload => workload.IsScaled).Select(workload =>
            new IgnoredDifference("apps", ControllerKind.Of(workload)) { Name = workload.ObjectName, JsonPointers = ["/spec/replicas"] })];
        if (app.Secrets.Count > 0)
            ignored.Add(DefaultedByOperator());
        return ignored;
    }

    // Ink's own pods meet "restricted"; a sidecar that a user adds may only meet "baseline", which is what is enforced.
    private static SortedDictionary<string, string> PodSecurityLabels() => new(StringComparer.Ordinal)
    {
        ["pod-security.kubernetes.io/audit"] = "restricted",
        ["pod-security.kubernetes.io/enforce"] = "baseline",
        ["pod-security.kubernetes.io/warn"] = "restricted",
    };

    // External Secrets Operator 2.3 fills this field in and older versions refuse it: it can be neither written nor left to differ.
    private static IgnoredDifference DefaultedByOperator() =>
        new("external-secrets.io", "ExternalSecret") { JqPathExpressions = [".spec.data[].remoteRef.nullBytePolicy"] };
}
