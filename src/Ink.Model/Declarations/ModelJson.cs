using System.Globalization;
using System.Text;
using Ink.Model.Collections;
using Ink.Model.Rules;

namespace Ink.Model.Declarations;

/// <summary>
/// Writes the model as JSON (RFC 8259). Written by hand because the compiler loads this assembly alone: a generator cannot rely on
/// a JSON library being there. Reading happens in Ink.Manifests, with System.Text.Json.
/// </summary>
public static class ModelJson
{
    /// <summary>The model as one line of JSON: the same model always gives the same text.</summary>
    public static string Write(AppModel model)
    {
        var json = new StringBuilder();
        json.Append("{\"schema\":").Append(AppModel.SchemaVersion.ToString(CultureInfo.InvariantCulture));
        json.Append(",\"assembly\":").AppendString(model.Assembly);
        json.Append(",\"aspNetCore\":").AppendFlag(model.IsAspNetCore);
        json.Append(",\"mapsHealth\":").AppendFlag(model.MapsHealth);
        json.Append(",\"declarations\":[").AppendJoined(Ordered(model), WriteDeclaration).Append(']');
        json.AppendRules("rules", model.Rules).AppendRules("start", model.Start);
        if (model.WarningsAsErrors)
            json.Append(",\"warningsAsErrors\":").AppendFlag(true);
        return json.Append('}').ToString();
    }

    /// <summary>One declaration as JSON; declarations are ordered by this text (ordinal).</summary>
    public static string Write(Declaration declaration)
    {
        var json = new StringBuilder();
        WriteDeclaration(json, declaration);
        return json.ToString();
    }

    // The order of attributes in source has no meaning, so it must not show in what is rendered or released.
    private static IEnumerable<Declaration> Ordered(AppModel model) =>
        model.Declarations
            .Select(declaration => (Declaration: declaration, Text: Write(declaration)))
            .OrderBy(pair => pair.Text, StringComparer.Ordinal)
            .Select(pair => pair.Declaration);

    private static void WriteDeclaration(StringBuilder json, Declaration declaration)
    {
        json.Append("{\"attribute\":").AppendString(declaration.Attribute);
        if (declaration.Environment is { } environment)
            json.Append(",\"environment\":").AppendString(environment);
        if (declaration.Workload is { } workload)
            json.Append(",\"workload\":").AppendString(workload);
        json.AppendRules("rules", declaration.Rules);
        json.Append(",\"arguments\":{").AppendJoined(declaration.Arguments, WriteArgument).Append("}}");
    }

    private static StringBuilder AppendRules(this StringBuilder json, string name, EquatableArray<RuleSetting> rules) => rules.Count == 0
        ? json
        : json.Append(",\"").Append(name).Append("\":{").AppendJoined(rules, WriteRule).Append('}');

    private static void WriteRule(StringBuilder json, RuleSetting setting) =>
        json.AppendString(setting.Rule).Append(':').AppendString(setting.Severity?.ToString() ?? RuleSetting.Default);

    private static void WriteArgument(StringBuilder json, Argument argument)
    {
        json.AppendString(argument.Name).Append(':');
        _ = argument.Value switch
        {
            ArgumentValue.Text text => json.AppendString(text.Value),
            ArgumentValue.Number number => json.Append(number.Value.ToString(CultureInfo.InvariantCulture)),
            ArgumentValue.Flag flag => json.AppendFlag(flag.Value),
            ArgumentValue.List list => json.Append('[').AppendJoined(list.Values, (to, item) => to.AppendString(item)).Append(']'),
            _ => throw new InvalidOperationException($"No JSON for an argument of type {argument.Value.GetType().Name}."),
        };
    }

    private static StringBuilder AppendFlag(this StringBuilder json, bool value) => json.Append(value ? "true" : "false");

    private static StringBuilder AppendJoined<T>(this StringBuilder json, IEnumerable<T> items, Action<StringBuilder, T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                json.Append(',');
            first = false;
            write(json, item);
        }

        return json;
    }

    // Everything outside printable ASCII is escaped, so that the text survives any encoding on its way. A lone surrogate becomes
    // U+FFFD, as it does where the compiler stores it: JSON readers refuse its escape.
    private static StringBuilder AppendString(this StringBuilder json, string text)
    {
        json.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var character = IsLoneSurrogate(text, i) ? '\ufffd' : text[i];
            if (character is '"' or '\\')
                json.Append('\\').Append(character);
            else if (character is < ' ' or > '~')
                json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            else
                json.Append(character);
        }

        return json.Append('"');
    }

    private static bool IsLoneSurrogate(string text, int index) =>
        char.IsSurrogate(text[index])
        && !(index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
        && !(index > 0 && char.IsSurrogatePair(text[index - 1], text[index]));
}
