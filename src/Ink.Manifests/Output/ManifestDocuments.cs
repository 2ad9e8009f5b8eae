using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ink.Manifests.Output;

/// <summary>Takes a stream of objects, as <c>kustomize build</c> writes it, apart into one file an object. The text of each stays as it is.</summary>
public static class ManifestDocuments
{
    private const string Separator = "---";

    /// <summary>The files of the objects in a stream, in its order.</summary>
    /// <exception cref="FormatException">A document is no YAML, or no object with a kind and a name.</exception>
    public static IReadOnlyList<RenderedFile> Read(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        return [.. Documents(yaml).Select(text => new RenderedFile(PathOf(text), text))];
    }

    // A line that begins with "---" is a separator even in the middle of a text: within a block every line is indented.
    private static IEnumerable<string> Documents(string yaml)
    {
        var document = new List<string>();
        foreach (var line in yaml.ReplaceLineEndings("\n").Split('\n').Append(Separator))
        {
            if (line.TrimEnd() != Separator)
            {
                document.Add(line);
                continue;
            }

            if (document.Exists(text => !string.IsNullOrWhiteSpace(text)))
                yield return string.Join('\n', document).TrimEnd('\n') + "\n";
            document.Clear();
        }
    }

    private static string PathOf(string document)
    {
        var root = Load(document);
        var kind = TextOf(root, "kind");
        var name = root?.Children.TryGetValue("metadata", out var metadata) == true ? TextOf(metadata as YamlMappingNode, "name") : null;
        return kind is null || name is null
            ? throw new FormatException($"Not a Kubernetes object: it has no kind or no metadata.name. It begins with \"{document.Split('\n')[0]}\".")
            : ManifestFolder.PathOf(kind, name);
    }

    private static YamlMappingNode? Load(string document)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(document));
            return stream.Documents[0].RootNode as YamlMappingNode;
        }
        catch (YamlException exception)
        {
            throw new FormatException($"Not YAML: {exception.Message}", exception);
        }
    }

    private static string? TextOf(YamlMappingNode? mapping, string key) =>
        mapping?.Children.TryGetValue(key, out var value) == true ? (value as YamlScalarNode)?.Value : null;
}
