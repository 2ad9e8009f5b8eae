using System.Globalization;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Metadata;

/// <summary>Makes the metadata that all of the app's objects share.</summary>
internal static class ObjectMetadata
{
    public const string Description = "kubernetes.io/description";

    private const string SyncWaveKey = "argocd.argoproj.io/sync-wave";

    public static V1ObjectMeta Create(
        AppSpec app, string name, Dictionary<string, string> labels, SyncWave wave = SyncWave.Workloads)
    {
        var annotations = new Dictionary<string, string>();
        if (app.Description is { Length: > 0 } description)
            annotations[Description] = description;
        if (wave != SyncWave.Workloads)
            annotations[SyncWaveKey] = ((int)wave).ToString(CultureInfo.InvariantCulture);

        return new V1ObjectMeta
        {
            Name = name,
            NamespaceProperty = app.Namespace,
            Labels = labels,
            Annotations = annotations.Count == 0 ? null : annotations,
        };
    }

    public static void Annotate(this V1ObjectMeta metadata, string key, string value)
    {
        metadata.Annotations ??= new Dictionary<string, string>();
        metadata.Annotations[key] = value;
    }
}
