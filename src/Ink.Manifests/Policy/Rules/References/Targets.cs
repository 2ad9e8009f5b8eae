using Ink.Manifests.Policy.Facts;
using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;

namespace Ink.Manifests.Policy.Rules.References;

/// <summary>What scalers scale, and roles that bindings bind.</summary>
internal static class Targets
{
    private const string Rbac = "rbac.authorization.k8s.io";

    public static IEnumerable<Breach> Judge(ManifestObject item, ManifestSet set)
    {
        if (Scalers.IsScaler(item))
            return Scaled(item, set);
        return item.Is(Rbac, "RoleBinding") && item.Node["roleRef"]["kind"].Text == "Role" && item.Node["roleRef"]["name"].Text is { } role
            ? Reference.ByName(item, set, Rbac, "Role", role, "roleRef.name")
            : [];
    }

    private static IEnumerable<Breach> Scaled(ManifestObject scaler, ManifestSet set)
    {
        var (kind, name) = Scalers.TargetOf(scaler);
        var isThere = set.InNamespaceOf(scaler, other => other.Kind == kind && other.Name == name).Any();
        return !isThere && set.WouldHold(scaler, other => PodTemplate.Find(other) is not null)
            ? [Reference.Of("spec.scaleTargetRef", $"there is no {kind} \"{name}\" to scale", "Correct the kind or the name.")]
            : [];
    }
}
