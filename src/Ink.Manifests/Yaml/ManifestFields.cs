using System.Text.Json;

namespace Ink.Manifests.Yaml;

/// <summary>Which fields of a mapping are written, and in which order.</summary>
internal static class ManifestFields
{
    private const string Metadata = "metadata";
    private const string Status = "status";

    // Lists whose emptiness says something: a NetworkPolicy with "ingress: []" lets nobody in, one without it lets everybody in.
    private static readonly HashSet<string> MeaningfulLists = new(StringComparer.Ordinal) { "ingress", "egress" };

    // Maps whose emptiness says nothing. Others do: "emptyDir: {}", "namespaceSelector: {}".
    private static readonly HashSet<string> PlainMaps = new(StringComparer.Ordinal) { "labels", "annotations", "matchLabels", Status };

    /// <summary>The fields of a mapping.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="parentKey">The key that it is the value of; <see langword="null"/> for the object itself.</param>
    public static IReadOnlyList<JsonProperty> Of(JsonElement mapping, string? parentKey = null)
    {
        List<JsonProperty> fields = [.. mapping.EnumerateObject().Where(IsWritten)];
        // Data and annotations have keys of the user's, among which none comes first.
        var hasNameFirst = parentKey is not ("data" or "binaryData" or "labels" or "annotations" or "matchLabels");
        fields.Sort((left, right) => Compare(left.Name, right.Name, hasNameFirst));
        return fields;
    }

    private static bool IsWritten(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => field.Value.GetArrayLength() > 0 || MeaningfulLists.Contains(field.Name),
        JsonValueKind.Object => field.Value.GetPropertyCount() > 0 || !PlainMaps.Contains(field.Name),
        _ => true,
    };

    private static int Compare(string left, string right, bool hasNameFirst)
    {
        var byRank = hasNameFirst ? Rank(left).CompareTo(Rank(right)) : 0;
        return byRank != 0 ? byRank : string.CompareOrdinal(left, right);
    }

    private static int Rank(string key) => key switch
    {
        "apiVersion" => 0,
        "kind" => 1,
        Metadata => 2,
        "name" => 3,
        _ => 4,
    };
}
