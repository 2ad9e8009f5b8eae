using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Manifests.Policy.Rules;

/// <summary>INK0012: a placeholder that nobody filled in, where braces are never legal: names, hosts, images, ARNs.</summary>
internal static class LeftPlaceholders
{
    public static IEnumerable<Breach> Judge(ManifestObject item, PodTemplate? pod) =>
        from value in Values(item, pod)
        let left = Placeholder.LeftIn(value.Text)
        where left is not null
        select new Breach(RuleCatalogue.UnknownPlaceholder, value.Path, $"\"{value.Text}\" still holds the placeholder {left}", "Fill it in.");

    private static IEnumerable<(string Text, string Path)> Values(ManifestObject item, PodTemplate? pod)
    {
        yield return (item.Name, "metadata.name");
        yield return (item.Namespace, "metadata.namespace");
        foreach (var host in Hosts.Of(item))
            yield return host;
        foreach (var (key, value) in item.Metadata["annotations"].TextFields.Where(pair => pair.Value.StartsWith("arn:", StringComparison.Ordinal)))
            yield return (value, ManifestPath.Of("metadata.annotations", key));
        foreach (var container in pod?.Containers ?? [])
        {
            yield return (container.Name, $"{container.Path}.name");
            yield return (container.Node["image"].Text ?? "", $"{container.Path}.image");
        }

        if (pod?.Spec["serviceAccountName"].Text is { } account)
            yield return (account, $"{pod.SpecPath}.serviceAccountName");
    }
}
