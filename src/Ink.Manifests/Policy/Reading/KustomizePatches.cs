namespace Ink.Manifests.Policy.Reading;

/// <summary>
/// Files that a kustomization uses as patches: they look like objects, and hold only what differs. What comes of them shows in what
/// Kustomize renders.
/// </summary>
internal static class KustomizePatches
{
    /// <summary>The API group of kustomizations, which are no objects of a cluster.</summary>
    public const string Group = "kustomize.config.k8s.io";

    /// <summary>The files that any kustomization among the objects names as a patch.</summary>
    public static IReadOnlySet<string> Find(IEnumerable<ManifestObject> objects) => objects
        .Where(item => item.Group == Group)
        .SelectMany(item => Named(item.Node).Select(path => Combine(item.Folder, path)))
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Named(ManifestNode kustomization) =>
    [
        .. kustomization["patches"].Items.Select(patch => patch["path"].Text).OfType<string>(),
        .. kustomization["patchesStrategicMerge"].Texts,
        .. kustomization["patchesJson6902"].Items.Select(patch => patch["path"].Text).OfType<string>(),
    ];

    private static string Combine(string folder, string path)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".."))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
