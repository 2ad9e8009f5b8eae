namespace Ink.Manifests.Policy.Reading;

/// <summary>Selectors of labels ("Labels and Selectors" in the Kubernetes documentation).</summary>
internal static class LabelSelector
{
    /// <summary>Whether a <c>LabelSelector</c> selects these labels. An empty one selects everything.</summary>
    public static bool Selects(ManifestNode selector, IReadOnlyDictionary<string, string> labels) =>
        SelectsAll(selector["matchLabels"], labels) && selector["matchExpressions"].Items.All(expression => Holds(expression, labels));

    /// <summary>Whether a plain map of labels, as a Service has it, selects these labels.</summary>
    public static bool SelectsAll(ManifestNode map, IReadOnlyDictionary<string, string> labels) =>
        map.TextFields.All(pair => labels.TryGetValue(pair.Key, out var value) && value == pair.Value);

    /// <summary>Whether a <c>LabelSelector</c> asks for nothing.</summary>
    public static bool IsEmpty(ManifestNode selector) => selector["matchLabels"].Fields.Count == 0 && selector["matchExpressions"].Items.Count == 0;

    private static bool Holds(ManifestNode expression, IReadOnlyDictionary<string, string> labels)
    {
        var value = labels.TryGetValue(expression["key"].Text ?? "", out var found) ? found : null;
        var values = expression["values"].Texts;
        return expression["operator"].Text switch
        {
            "In" => value is not null && values.Contains(value),
            "NotIn" => value is null || !values.Contains(value),
            "Exists" => value is not null,
            "DoesNotExist" => value is null,
            // An operator of a later Kubernetes: it may hold.
            _ => true,
        };
    }
}
