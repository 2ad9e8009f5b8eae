using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>
/// Fills <c>{app}</c>, <c>{environment}</c>, <c>{namespace}</c> and the environment's metadata into texts. <c>{{name}}</c> stands
/// for <c>{name}</c> itself; braces around anything that is no identifier are text.
/// </summary>
internal sealed class Placeholders
{
    // Known from the moment that they are resolved: the app's name cannot hold itself.
    private static readonly string[] Resolved = ["app", "namespace"];

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _knowsAll;

    public Placeholders(ResolutionContext context)
    {
        foreach (var pair in context.Metadata.Where(pair => pair.Key.Length > 0 && pair.Value.Length > 0))
            _values[pair.Key] = pair.Value;
        _values["environment"] = context.Environment;
        // Metadata of these names must not stand in for what is not resolved yet.
        foreach (var name in Resolved)
            _values.Remove(name);
        _knowsAll = context.KnowsAllMetadata;
    }

    public void Set(string name, string value) => _values[name] = value;

    /// <summary>What to say of an unknown placeholder.</summary>
    public string Explain(string unknown) =>
        Resolved.Contains(unknown, StringComparer.OrdinalIgnoreCase)
            ? $"{{{unknown}}} has no value yet here. Known are {Names}."
            : $"{{{unknown}}} is unknown here. Known are {Names}; add {unknown} as metadata of the environment's InkEnvironments item, or write {{{{{unknown}}}}} for the text itself.";

    private string Names => string.Join(", ", _values.Keys.Select(name => $"{{{LowerFirst(name)}}}").OrderBy(name => name, StringComparer.Ordinal));

    /// <summary>The value of a property, expanded; an unknown placeholder is reported against it.</summary>
    public Expanded ExpandProperty(string property, string value, FindingCollector findings)
    {
        var expanded = Expand(value);
        if (expanded.Unknown is { } unknown)
            findings.Add(RuleCatalogue.UnknownPlaceholder, $"{property}: {Explain(unknown)}");
        return expanded;
    }

    public Expanded Expand(string text)
    {
        if (text.IndexOf('{') < 0)
            return new Expanded(text, IsExact: true, Unknown: null);

        string? unknown = null;
        var isExact = true;
        var result = Placeholder.Pattern.Replace(text, match =>
        {
            if (match.Groups["literal"] is { Success: true } literal)
                return $"{{{literal.Value}}}";
            var name = match.Groups["name"].Value;
            if (_values.TryGetValue(name, out var value))
                return value;
            isExact = false;
            if (_knowsAll)
                unknown ??= name;
            // A word that is valid in names, hosts and paths keeps the checks of the rest of the text meaningful.
            return name.ToLowerInvariant().Replace('_', '-');
        });
        return new Expanded(result, isExact, unknown);
    }

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}

/// <summary>A text after expansion.</summary>
/// <param name="Text">The result.</param>
/// <param name="IsExact">Every placeholder had a value; else <paramref name="Text"/> holds stand-ins.</param>
/// <param name="Unknown">The first placeholder that cannot have a value; <see langword="null"/> where all may.</param>
internal sealed record Expanded(string Text, bool IsExact, string? Unknown);
