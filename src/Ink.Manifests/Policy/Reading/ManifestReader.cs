
namespace Ink.Manifests.Policy.Reading;

/// <summary>Finds the Kubernetes objects of a text.</summary>
internal static class ManifestReader
{
    /// <summary>The objects of a file: one a document, or those of a List. What is no Kubernetes object is passed over.</summary>
    /// <exception cref="ManifestFormatException">The file is no YAML.</exception>
    public static IEnumerable<ManifestObject> Read(RenderedFile file)
    {
        var text = file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            // JSON is YAML but for tabs between its tokens; within its texts they are escaped.
            ? file.Content.Replace('\t', ' ')
            : file.Content;
        return NodeReader.Read(text).SelectMany(document => Objects(file.Path, document, isInList: false));
    }

    private static IEnumerable<ManifestObject> Objects(string file, ManifestNode node, bool isInList)
    {
        if (node["apiVersion"].Text is null || node["kind"].Text is not { } kind)
            return [];
        return kind.EndsWith("List", StringComparison.Ordinal) && node["items"].Exists
            ? node["items"].Items.SelectMany(item => Objects(file, Typed(item, node, kind), isInList: true))
            : [new ManifestObject(file, node, isInList)];
    }

    // The items of a ConfigMapList need not say that they are ConfigMaps.
    private static ManifestNode Typed(ManifestNode item, ManifestNode list, string kind)
    {
        if (kind == "List" || item["kind"].Exists)
            return item;
        return new ManifestNode
        {
            Line = item.Line,
            IsMapping = true,
            Fields = [new("apiVersion", list["apiVersion"]), new("kind", new ManifestNode { Line = item.Line, Text = kind[..^"List".Length] }), .. item.Fields],
            Size = item.Size + 4,
        };
    }
}
