using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Manifests.Policy.Rules;

/// <summary>Looks for secrets in one text of a manifest.</summary>
/// <param name="name">What the text is called: a variable, a key, or the list that it is in.</param>
/// <param name="value">The text.</param>
/// <param name="path">Where it is in the object.</param>
internal delegate IEnumerable<Breach> SecretScan(string name, string value, string path);

/// <summary>INK3001–INK3003, INK3007: shows every text of an object to the detectors of secrets. A Secret itself is INK3008's.</summary>
internal static class SecretTexts
{
    public static IEnumerable<Breach> Judge(ManifestObject item, SecretScan scan)
    {
        if (item.Is("", "Secret"))
            return [];
        var isMap = item.Is("", "ConfigMap");
        return Walk("", "", item.Node)
            .SelectMany(text => scan(text.Name, text.Value, text.Path)
                // That it is one was found out; where it is makes it this rule's.
                .Select(breach => isMap && text.Path.StartsWith("data", StringComparison.Ordinal) ? breach with { Rule = RuleCatalogue.PlainSecret } : breach));
    }

    private static IEnumerable<(string Name, string Value, string Path)> Walk(string name, string path, ManifestNode node)
    {
        if (node.Text is { } value)
            return [(name, value, path)];
        if (node.Items.Count > 0)
            return node.ItemsAt(path).SelectMany(item => Walk(name, item.Path, item.Node));
        return node.Fields.SelectMany(field => Walk(NameOf(node, field.Key), ManifestPath.Of(path, field.Key), field.Value));
    }

    // {name: PASSWORD, value: …} is a variable, and is called by its name.
    private static string NameOf(ManifestNode parent, string key) => key == "value" && parent["name"].Text is { } name ? name : key;
}
