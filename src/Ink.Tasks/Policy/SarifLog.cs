using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ink.Model.Rules;
using Ink.Tasks.Releases;

namespace Ink.Tasks.Policy;

/// <summary>Writes a report as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), which code hosts show at the line.</summary>
internal static class SarifLog
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The log as a text.</summary>
    /// <param name="report">The findings; those that are accepted are in it, marked.</param>
    /// <param name="uriOf">The place of a finding's file: a relative path with forward slashes.</param>
    public static string Write(PolicyReport report, Func<PolicyReport.Entry, string> uriOf)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            var rules = report.Entries.Select(entry => entry.Finding.Rule).Distinct().OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            Tool(json, rules);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var entry in report.Entries)
                Result(json, entry, rules.IndexOf(entry.Finding.Rule), uriOf(entry));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Tool(Utf8JsonWriter json, List<Rule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Ink");
        json.WriteString("semanticVersion", InkVersion.Current);
        json.WriteString("informationUri", "https://github.com/customink/ink");
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            Text(json, "shortDescription", rule.Title);
            json.WriteString("helpUri", rule.HelpLink);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, PolicyReport.Entry entry, int ruleIndex, string uri)
    {
        var finding = entry.Finding;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(finding.Severity));
        Text(json, "message", entry.Environments.Count == 0 ? finding.Message : $"{finding.Message} ({string.Join(", ", entry.Environments)})");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        Place(json, finding.Line, uri);
        if (finding.Kind.Length > 0)
            Object(json, finding);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("suppressions");
        if (finding.Suppression is { } reason)
        {
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteString("justification", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, int line, string uri)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', uri.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", line);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Object(Utf8JsonWriter json, Ink.Manifests.Policy.PolicyFinding finding)
    {
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", finding.Name);
        json.WriteString("fullyQualifiedName", $"{(finding.Namespace.Length == 0 ? "" : $"{finding.Namespace}/")}{finding.Kind}/{finding.Name}/{finding.Path}");
        json.WriteString("kind", "object");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        RuleSeverity.Info => "note",
        _ => "none",
    };
}
