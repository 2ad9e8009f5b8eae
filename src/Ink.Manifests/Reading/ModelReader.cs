using System.Text.Json;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;

namespace Ink.Manifests.Reading;

/// <summary>
/// Reads the JSON that <see cref="ModelJson"/> makes. Properties it does not know are passed over; a newer schema is refused.
/// </summary>
public static class ModelReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelFormatException">The text is no model, or one that a newer Ink made.</exception>
    public static AppModel Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return ReadModel(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new ModelFormatException($"The app model is not valid JSON: {exception.Message}", exception);
        }
        catch (InvalidOperationException exception)
        {
            // What System.Text.Json says of a value of another kind than asked for, and of text that is no valid Unicode.
            throw new ModelFormatException($"The app model holds a value that Ink cannot read: {exception.Message}", exception);
        }
    }

    private static AppModel ReadModel(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var version) || !version.TryGetInt32(out var schema))
            throw new ModelFormatException("The app model has no schema number: it is not the work of Ink.");
        if (schema > AppModel.SchemaVersion)
        {
            throw new ModelFormatException(
                $"The app model has schema {schema}, this Ink reads up to {AppModel.SchemaVersion}: made by a newer Ink; update Ink.Sdk.");
        }

        return new AppModel(
            Required(root, "assembly").GetString()!,
            Required(root, "aspNetCore").GetBoolean(),
            Required(root, "mapsHealth").GetBoolean(),
            Required(root, "declarations").EnumerateArray().Select(ReadDeclaration).ToEquatableArray())
        {
            Rules = ReadRules(root, "rules"),
            Start = ReadRules(root, "start"),
            WarningsAsErrors = root.TryGetProperty("warningsAsErrors", out var flag) && flag.GetBoolean(),
        };
    }

    private static EquatableArray<RuleSetting> ReadRules(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var rules) ? rules.EnumerateObject().Select(ReadRule).OfType<RuleSetting>().ToEquatableArray() : default;

    // A severity that this version does not know is left to the catalogue.
    private static RuleSetting? ReadRule(JsonProperty rule)
    {
        var text = rule.Value.GetString();
        if (text == RuleSetting.Default)
            return new RuleSetting(rule.Name, null);
        return Enum.TryParse<RuleSeverity>(text, out var severity) && Enum.IsDefined(severity) ? new RuleSetting(rule.Name, severity) : null;
    }

    private static Declaration ReadDeclaration(JsonElement declaration) =>
        new(
            Required(declaration, "attribute").GetString()!,
            Required(declaration, "arguments").EnumerateObject()
                .Select(property => new Argument(property.Name, ReadValue(property)))
                .OrderBy(argument => argument.Name, StringComparer.Ordinal)
                .ToEquatableArray(),
            Optional(declaration, "environment"),
            Optional(declaration, "workload"))
        {
            Rules = ReadRules(declaration, "rules"),
        };

    private static ArgumentValue ReadValue(JsonProperty argument) => argument.Value.ValueKind switch
    {
        JsonValueKind.String => new ArgumentValue.Text(argument.Value.GetString()!),
        JsonValueKind.Number when argument.Value.TryGetInt32(out var number) => new ArgumentValue.Number(number),
        JsonValueKind.True => new ArgumentValue.Flag(true),
        JsonValueKind.False => new ArgumentValue.Flag(false),
        JsonValueKind.Array => new ArgumentValue.List(argument.Value.EnumerateArray().Select(TextOf).ToEquatableArray()),
        _ => throw new ModelFormatException($"Argument {argument.Name} of the app model holds {argument.Value.GetRawText()}, which Ink cannot read."),
    };

    private static string TextOf(JsonElement element) =>
        element.GetString() ?? throw new ModelFormatException("The app model holds null where a text belongs.");

    private static string? Optional(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement Required(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : throw new ModelFormatException($"The app model has no {name}.");
}
