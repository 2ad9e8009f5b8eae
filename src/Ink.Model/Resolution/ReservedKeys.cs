namespace Ink.Model.Resolution;

/// <summary>Keys of labels and annotations that belong to somebody else, who goes by them or would overwrite them.</summary>
internal static class ReservedKeys
{
    private const string Own = "set by Ink itself";
    private const string Argo = "Argo CD's own";

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["app.kubernetes.io/name"] = Own,
        ["app.kubernetes.io/component"] = Own,
        ["app.kubernetes.io/part-of"] = "set from PartOf of [App]",
        ["app.kubernetes.io/managed-by"] = Own,
        ["app.kubernetes.io/version"] = Own,
        // What Argo CD tells by which objects are an Application's, unless it tracks by annotation.
        ["app.kubernetes.io/instance"] = Argo,
        ["pod-template-hash"] = "the Deployment's own",
        ["controller-revision-hash"] = "the StatefulSet's own",
        ["statefulset.kubernetes.io/pod-name"] = "the StatefulSet's own",
        ["apps.kubernetes.io/pod-index"] = "the StatefulSet's own",
    };

    private static readonly Dictionary<string, string> Annotations = new(StringComparer.Ordinal)
    {
        ["argocd.argoproj.io/hook"] = Own,
        ["argocd.argoproj.io/hook-delete-policy"] = Own,
        ["argocd.argoproj.io/sync-wave"] = Own,
        ["argocd.argoproj.io/tracking-id"] = Argo,
        ["eks.amazonaws.com/role-arn"] = "set by [IamRole]",
        ["kubernetes.io/description"] = "set from Description of [App]",
    };

    /// <summary>Whose the label is; <see langword="null"/> where it is free.</summary>
    public static string? OwnerOfLabel(string key, bool hasTeam) =>
        key == "team" ? (hasTeam ? "set from Team of [App]" : null) : Find(Labels, key);

    /// <summary>Whose the annotation is; <see langword="null"/> where it is free.</summary>
    public static string? OwnerOfAnnotation(string key) => Find(Annotations, key);

    private static string? Find(Dictionary<string, string> keys, string key) => keys.TryGetValue(key, out var owner) ? owner : null;
}
