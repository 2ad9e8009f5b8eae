using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Manifests.Policy.Rules;

/// <summary>INK0006 among objects: of two with one name the one that is applied last wins, and of two routes either.</summary>
internal static class Duplicates
{
    public static IEnumerable<(ManifestObject Item, Breach Breach)> Judge(ManifestSet set) => Objects(set).Concat(Routes(set));

    private static IEnumerable<(ManifestObject Item, Breach Breach)> Objects(ManifestSet set) => set.Objects
        .Where(item => item.Metadata["name"].Exists)
        .GroupBy(item => (item.Group, item.Kind, item.Namespace, item.Name, Folder: FolderOf(set, item)))
        .SelectMany(group => group.Skip(1).Select(item => (item, new Breach(
            RuleCatalogue.DuplicateName,
            "metadata.name",
            $"{item.Kind} \"{item.Name}\" is there already, in {group.First().File}",
            "Rename or remove one of the two."))));

    private static IEnumerable<(ManifestObject Item, Breach Breach)> Routes(ManifestSet set)
    {
        var taken = new Dictionary<(string Class, string Host, string Path, string Type, string Folder), ManifestObject>();
        foreach (var ingress in set.Objects.Where(item => item.Is(Hosts.Networking, "Ingress")))
        {
            foreach (var (rule, rulePath) in ingress.Spec["rules"].ItemsAt("spec.rules"))
            {
                foreach (var (path, place) in rule["http"]["paths"].ItemsAt($"{rulePath}.http.paths"))
                {
                    // Ingresses of different classes are those of different controllers.
                    var key = (ingress.Spec["ingressClassName"].Text ?? "", rule["host"].Text ?? "", path["path"].Text ?? "/", path["pathType"].Text ?? "", FolderOf(set, ingress));
                    if (taken.TryAdd(key, ingress))
                        continue;
                    yield return (ingress, new Breach(
                        RuleCatalogue.DuplicateName,
                        place,
                        $"{key.Item2}{key.Item3} is routed already, by Ingress \"{taken[key].Name}\"",
                        "Remove one of the two routes."));
                }
            }
        }
    }

    private static string FolderOf(ManifestSet set, ManifestObject item) => set.IsComplete ? "" : item.Folder;
}
