using System.Globalization;
using System.Text;
using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Manifests.Policy.Rules;

/// <summary>INK0011: labels and annotations that the API server refuses.</summary>
internal static class KeysAndValues
{
    public static IEnumerable<Breach> Judge(ManifestObject item, PodTemplate? pod)
    {
        IEnumerable<(ManifestNode Node, string Path)> places = [(item.Metadata, "metadata")];
        if (pod is { Parent.Length: > 0 })
            places = places.Append((pod.Node["metadata"], pod.MetadataPath));
        return places.SelectMany(place => Labels(place.Node["labels"], $"{place.Path}.labels").Concat(Annotations(place.Node["annotations"], $"{place.Path}.annotations")));
    }

    private static IEnumerable<Breach> Labels(ManifestNode labels, string path)
    {
        foreach (var (key, value) in labels.Fields)
        {
            foreach (var breach in Key(key, value, path))
                yield return breach;
            if (value.Text is { } text && !KubernetesName.IsLabelValue(text))
                yield return Of(ManifestPath.Of(path, key), $"\"{text}\" cannot be the value of a label", "Write letters, digits, '-', '_' and '.', 63 at most, a letter or digit at both ends; or use an annotation.");
        }
    }

    private static IEnumerable<Breach> Annotations(ManifestNode annotations, string path)
    {
        foreach (var breach in annotations.Fields.SelectMany(field => Key(field.Key, field.Value, path)))
            yield return breach;
        var size = annotations.Fields.Sum(field => (long)Encoding.UTF8.GetByteCount(field.Key) + Encoding.UTF8.GetByteCount(field.Value.Text ?? ""));
        if (size > KubernetesName.MaxAnnotationBytes)
            yield return Of(path, $"the annotations have {size} bytes, and {KubernetesName.MaxAnnotationBytes} are allowed", "Keep the text in a ConfigMap.");
    }

    private static IEnumerable<Breach> Key(string key, ManifestNode value, string path)
    {
        if (!KubernetesName.IsQualifiedName(key))
            yield return Of(ManifestPath.Of(path, key), $"\"{key}\" cannot be a key", "Write letters, digits, '-', '_' and '.', 63 at most, a letter or digit at both ends, with a DNS name and '/' in front or not.");
        else if (value is { Text: { } plain, IsQuoted: false } && (value.Flag is not null || IsNumber(plain)))
            yield return Of(ManifestPath.Of(path, key), $"{value.Text} is no text, and labels and annotations are texts", $"Write \"{value.Text}\" in quotes.");
        else if (value.IsMapping || value.Items.Count > 0)
            yield return Of(ManifestPath.Of(path, key), $"the value of {key} is no text", "Write a text.");
    }

    // 1.10 is the number 1.1, which is the usual mistake.
    private static bool IsNumber(string text) =>
        text.Length > 0
        && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.')
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static Breach Of(string path, string problem, string remedy) => new(RuleCatalogue.InvalidMetadata, path, problem, remedy);
}
