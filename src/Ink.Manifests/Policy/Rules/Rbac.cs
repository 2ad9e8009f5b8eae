using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Manifests.Policy.Rules;

/// <summary>INK2012: rights with which one stolen token becomes the whole cluster.</summary>
internal static class Rbac
{
    private const string Group = "rbac.authorization.k8s.io";
    private const string ClusterAdmin = "cluster-admin";
    private const string Any = "*";

    // Whoever has one of these on roles or accounts can give himself every right.
    private static readonly string[] Escalating = ["escalate", "bind", "impersonate"];
    private static readonly string[] Reading = ["get", "list", "watch"];

    public static IEnumerable<Breach> Judge(ManifestObject item, ManifestSet set)
    {
        if (item.Is(Group, "Role") || item.Is(Group, "ClusterRole"))
            return item.Node["rules"].ItemsAt("rules").SelectMany(rule => Rule(item, rule.Node, rule.Path, IsClusterWide(item, set)));
        return (item.Is(Group, "ClusterRoleBinding") || item.Is(Group, "RoleBinding")) && item.Node["roleRef"]["name"].Text == ClusterAdmin && item.Node["roleRef"]["kind"].Text == "ClusterRole"
            ? [Of("roleRef", $"{item.Kind} \"{item.Name}\" makes its subjects {ClusterAdmin}", "Bind a role with the rights that they need.")]
            : [];
    }

    // A ClusterRole that RoleBindings alone refer to gives its rights in their namespaces.
    private static bool IsClusterWide(ManifestObject role, ManifestSet set)
    {
        if (role.Kind != "ClusterRole")
            return false;
        var bindings = set.Objects.Where(item => item.Group == Group && item.Node["roleRef"]["kind"].Text == "ClusterRole" && item.Node["roleRef"]["name"].Text == role.Name).ToList();
        return bindings.Count == 0 || bindings.Exists(binding => binding.Kind == "ClusterRoleBinding");
    }

    private static IEnumerable<Breach> Rule(ManifestObject role, ManifestNode rule, string path, bool isClusterWide)
    {
        var verbs = rule["verbs"].Texts.ToList();
        var resources = rule["resources"].Texts.ToList();
        if (verbs.Contains(Any))
            yield return Of($"{path}.verbs", $"{role.Kind} \"{role.Name}\" gives every right on {List(resources, rule)}", "Name the verbs.");
        if (resources.Contains(Any))
            yield return Of($"{path}.resources", $"{role.Kind} \"{role.Name}\" gives the rights to {string.Join(", ", verbs)} on resources of every kind", "Name the resources.");
        foreach (var verb in verbs.Where(verb => Escalating.Contains(verb, StringComparer.Ordinal)))
            yield return Of($"{path}.verbs", $"{role.Kind} \"{role.Name}\" gives the right to {verb}, and with it every other right", $"Remove {verb}.");
        // One that is named may be read.
        if (isClusterWide && resources.Contains("secrets") && rule["resourceNames"].Items.Count == 0 && verbs.Find(verb => Reading.Contains(verb, StringComparer.Ordinal)) is { } reading)
            yield return Of($"{path}.resources", $"{role.Kind} \"{role.Name}\" gives the right to {reading} the Secrets of every namespace", "Use a Role in the namespace, or resourceNames.");
    }

    private static string List(List<string> resources, ManifestNode rule) =>
        resources.Count > 0 ? string.Join(", ", resources) : string.Join(", ", rule["nonResourceURLs"].Texts);

    private static Breach Of(string path, string problem, string remedy) => new(RuleCatalogue.BroadAccess, path, problem, remedy);
}
