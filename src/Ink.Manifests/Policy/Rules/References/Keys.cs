using Ink.Manifests.Policy.Reading;

namespace Ink.Manifests.Policy.Rules.References;

/// <summary>A ConfigMap or Secret that there is, or will be.</summary>
/// <param name="Keys">Its keys; <see langword="null"/> where they are not known.</param>
internal sealed record KeyedObject(IReadOnlySet<string>? Keys);

/// <summary>Finds ConfigMaps and Secrets, those that operators make of other objects among them.</summary>
internal static class Keys
{
    public static KeyedObject? Find(ManifestObject item, ManifestSet set, string kind, string name)
    {
        if (set.InNamespaceOf(item, other => other.Is("", kind) && other.Name == name).FirstOrDefault() is { } found)
            return new KeyedObject(Of(found, "data", "stringData", "binaryData"));
        return kind == "Secret" && set.InNamespaceOf(item, other => Makes(other, name)).FirstOrDefault() is { } maker ? new KeyedObject(MadeBy(maker)) : null;
    }

    private static HashSet<string> Of(ManifestObject item, params string[] fields) =>
        fields.SelectMany(field => item.Node[field].Fields.Select(pair => pair.Key)).ToHashSet(StringComparer.Ordinal);

    private static bool Makes(ManifestObject item, string name) => (item.Group, item.Kind) switch
    {
        ("external-secrets.io", "ExternalSecret") => (item.Spec["target"]["name"].Text ?? item.Name) == name,
        ("bitnami.com", "SealedSecret") => (item.Spec["template"]["metadata"]["name"].Text ?? item.Name) == name,
        ("cert-manager.io", "Certificate") => item.Spec["secretName"].Text == name,
        ("secrets-store.csi.x-k8s.io", "SecretProviderClass") => item.Spec["secretObjects"].Items.Any(made => made["secretName"].Text == name),
        _ => false,
    };

    // What an ExternalSecret takes over as a whole, or makes by a template, has keys that only the store knows.
    private static HashSet<string>? MadeBy(ManifestObject maker)
    {
        var isListed = maker.Kind == "ExternalSecret" && maker.Spec["dataFrom"].Items.Count == 0 && !maker.Spec["target"]["template"].Exists;
        return isListed ? maker.Spec["data"].Items.Select(data => data["secretKey"].Text).OfType<string>().ToHashSet(StringComparer.Ordinal) : null;
    }
}
