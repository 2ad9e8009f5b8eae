using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ink.Manifests.Yaml;

/// <summary>
/// Writes Kubernetes objects as YAML. The same object always gives the same text: <c>apiVersion</c>, <c>kind</c>, <c>metadata</c> and
/// <c>name</c> come first in a mapping, the other keys by ordinal; lines end with a line feed and are never folded.
/// </summary>
public static class ManifestYaml
{
    private static readonly EmitterSettings Settings = new(
        bestIndent: 2,
        bestWidth: int.MaxValue,
        isCanonical: false,
        maxSimpleKeyLength: 1024,
        skipAnchorName: false,
        indentSequences: false,
        newLine: "\n",
        useUtf16SurrogatePairs: false);

    /// <summary>One object as a YAML document, without a document marker.</summary>
    /// <param name="manifest">An object of KubernetesClient, or of a custom resource with System.Text.Json's attributes.</param>
    public static string Write(object manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);

        using var json = ManifestJson.Write(manifest);
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        WriteMapping(emitter, ManifestFields.Of(json.RootElement));
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void WriteValue(Emitter emitter, JsonElement value, string parentKey)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMapping(emitter, ManifestFields.Of(value, parentKey));
                break;
            case JsonValueKind.Array:
                WriteSequence(emitter, value);
                break;
            case JsonValueKind.String:
                emitter.Emit(YamlScalar.OfText(value.GetString()!));
                break;
            default:
                emitter.Emit(YamlScalar.OfLiteral(value.GetRawText()));
                break;
        }
    }

    private static void WriteMapping(Emitter emitter, IReadOnlyList<JsonProperty> fields)
    {
        var style = fields.Count == 0 ? MappingStyle.Flow : MappingStyle.Block;
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, style));
        foreach (var field in fields)
        {
            emitter.Emit(YamlScalar.OfKey(field.Name));
            WriteValue(emitter, field.Value, field.Name);
        }

        emitter.Emit(new MappingEnd());
    }

    private static void WriteSequence(Emitter emitter, JsonElement array)
    {
        var style = array.GetArrayLength() == 0 ? SequenceStyle.Flow : SequenceStyle.Block;
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, style));
        foreach (var item in array.EnumerateArray())
            WriteValue(emitter, item, "");
        emitter.Emit(new SequenceEnd());
    }
}
