using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;

namespace Ink.Manifests.Policy.Rules.References;

/// <summary>ConfigMaps, Secrets, claims and the ServiceAccount that a pod cannot start without. What is marked optional does not count.</summary>
internal static class PodReferences
{
    // Every namespace has them, made by Kubernetes.
    private static readonly string[] AlwaysThere = ["default", "kube-root-ca.crt"];

    public static IEnumerable<Breach> Judge(PodTemplate pod, ManifestSet set) =>
    [
        .. Account(pod, set),
        .. pod.Containers.SelectMany(container => Variables(container).SelectMany(reference => Check(pod, set, reference))),
        .. pod.Volumes.SelectMany(volume => Volume(volume.Node, volume.Path).SelectMany(reference => Check(pod, set, reference))),
        .. pod.Volumes.SelectMany(volume => Claim(pod, set, volume.Node, volume.Path)),
    ];

    private static IEnumerable<Breach> Account(PodTemplate pod, ManifestSet set) =>
        pod.Spec["serviceAccountName"].Text is { Length: > 0 } name && !AlwaysThere.Contains(name, StringComparer.Ordinal)
            ? Reference.ByName(pod.Owner, set, "", "ServiceAccount", name, $"{pod.SpecPath}.serviceAccountName")
            : [];

    private static IEnumerable<Breach> Claim(PodTemplate pod, ManifestSet set, ManifestNode volume, string path) =>
        volume["persistentVolumeClaim"]["claimName"].Text is { } name
            ? Reference.ByName(pod.Owner, set, "", "PersistentVolumeClaim", name, $"{path}.persistentVolumeClaim.claimName")
            : [];

    private static IEnumerable<KeyReference> Variables(PodContainer container)
    {
        foreach (var (variable, i) in container.Node["env"].Items.Select((node, i) => (node, i)))
        {
            var path = ManifestPath.Of($"{container.Path}.env", i);
            foreach (var (field, kind) in new[] { ("configMapKeyRef", "ConfigMap"), ("secretKeyRef", "Secret") })
            {
                if (variable["valueFrom"][field] is { Exists: true } source)
                    yield return new KeyReference(kind, source["name"].Text, [source["key"].Text ?? ""], source["optional"].Flag == true, $"{path}.valueFrom.{field}");
            }
        }

        foreach (var (from, i) in container.Node["envFrom"].Items.Select((node, i) => (node, i)))
        {
            var path = ManifestPath.Of($"{container.Path}.envFrom", i);
            foreach (var (field, kind) in new[] { ("configMapRef", "ConfigMap"), ("secretRef", "Secret") })
            {
                if (from[field] is { Exists: true } source)
                    yield return new KeyReference(kind, source["name"].Text, [], source["optional"].Flag == true, $"{path}.{field}");
            }
        }
    }

    private static IEnumerable<KeyReference> Volume(ManifestNode volume, string path)
    {
        if (volume["configMap"] is { Exists: true } map)
            yield return Of("ConfigMap", map, map["name"].Text, $"{path}.configMap");
        if (volume["secret"] is { Exists: true } secret)
            yield return Of("Secret", secret, secret["secretName"].Text, $"{path}.secret");
        foreach (var (source, i) in volume["projected"]["sources"].Items.Select((node, i) => (node, i)))
        {
            foreach (var (field, kind) in new[] { ("configMap", "ConfigMap"), ("secret", "Secret") })
            {
                if (source[field] is { Exists: true } projected)
                    yield return Of(kind, projected, projected["name"].Text, $"{ManifestPath.Of($"{path}.projected.sources", i)}.{field}");
            }
        }
    }

    private static KeyReference Of(string kind, ManifestNode source, string? name, string path) =>
        new(kind, name, [.. source["items"].Items.Select(item => item["key"].Text).OfType<string>()], source["optional"].Flag == true, path);

    private static IEnumerable<Breach> Check(PodTemplate pod, ManifestSet set, KeyReference reference)
    {
        if (reference is not { IsOptional: false, Name: { } name } || AlwaysThere.Contains(name, StringComparer.Ordinal))
            return [];
        if (Keys.Find(pod.Owner, set, reference.Kind, name) is { } found)
        {
            return reference.Keys.Where(key => found.Keys is not null && !found.Keys.Contains(key))
                .Select(key => Reference.Of(reference.Path, $"{reference.Kind} \"{name}\" has no key \"{key}\"", "Correct the key, or add it."));
        }

        // Elsewhere than in an app's own folder, Secrets are nearly always made by somebody else: they do not belong into git.
        return reference.Kind == "Secret" && !set.IsComplete ? [] : Reference.ByName(pod.Owner, set, "", reference.Kind, name, reference.Path);
    }

    private sealed record KeyReference(string Kind, string? Name, IReadOnlyList<string> Keys, bool IsOptional, string Path);
}
