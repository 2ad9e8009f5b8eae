using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ink.Model.Resolution;
using Ink.Model.Rules;

namespace Ink.Manifests.Reading;

/// <summary>
/// <c>&lt;assembly&gt;.ink.json</c>: a project's settings on their way from its build to a test that renders its app. It lies beside the
/// test and is no part of the app.
/// </summary>
internal static class ProjectJson
{
    /// <summary>The version of the format; readers refuse a newer one.</summary>
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The settings of the project that built an assembly.</summary>
    /// <exception cref="RenderException">INK4000.</exception>
    public static ProjectSettings Find(Assembly assembly)
    {
        var name = $"{assembly.GetName().Name}.ink.json";
        string[] folders = [AppContext.BaseDirectory, Path.GetDirectoryName(assembly.Location) ?? ""];
        var path = folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) ?? throw new RenderException(
            RuleCatalogue.Unexpected,
            $"The settings of the project that built {assembly.GetName().Name} are not known: there is no {name} in {AppContext.BaseDirectory}. Reference the project (with Ink.Sdk in it) and the package Ink.Manifests from the test project, and build it; or pass ProjectSettings of your own.");
        try
        {
            return Read(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new RenderException(RuleCatalogue.Unexpected, $"{path} cannot be read: {exception.Message} Build the test project anew, with Ink.Manifests of the version of Ink.Sdk.", exception);
        }
    }

    /// <summary>The text; the same settings always give the same.</summary>
    public static string Write(ProjectSettings settings)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", SchemaVersion);
            json.WriteString("directory", settings.Directory);
            WriteTexts(json, "properties", settings.Properties);
            WriteTexts(json, "commandLine", settings.CommandLine);
            json.WriteStartArray("environments");
            foreach (var environment in settings.Environments)
            {
                json.WriteStartObject();
                json.WriteString("name", environment.Name);
                WriteTexts(json, "metadata", environment.Metadata);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteMetadata(json, "labels", settings.Labels);
            WriteMetadata(json, "annotations", settings.Annotations);
            json.WriteStartArray("transforms");
            foreach (var transform in settings.Transforms)
            {
                json.WriteStartObject();
                json.WriteString("path", transform.Path);
                json.WriteString("type", transform.Type);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <exception cref="FormatException">A newer Ink wrote it.</exception>
    internal static ProjectSettings Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        if (root.GetProperty("schema").GetInt32() is var schema && schema > SchemaVersion)
            throw new FormatException($"It has schema {schema}, and this Ink reads up to {SchemaVersion}.");
        return new ProjectSettings
        {
            Directory = root.GetProperty("directory").GetString(),
            Properties = ReadTexts(root.GetProperty("properties")),
            CommandLine = ReadTexts(root.GetProperty("commandLine")),
            Environments =
            [
                .. root.GetProperty("environments").EnumerateArray().Select(environment =>
                    new EnvironmentSettings(environment.GetProperty("name").GetString()!) { Metadata = ReadTexts(environment.GetProperty("metadata")) }),
            ],
            Labels = ReadMetadata(root, "labels"),
            Annotations = ReadMetadata(root, "annotations"),
            Transforms =
            [
                .. root.GetProperty("transforms").EnumerateArray().Select(transform =>
                    new TransformReference(transform.GetProperty("path").GetString()!, transform.GetProperty("type").GetString())),
            ],
        };
    }

    private static void WriteMetadata(Utf8JsonWriter json, string name, IReadOnlyList<ProjectMetadata> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("key", item.Key);
            json.WriteString("value", item.Value);
            json.WriteString("on", item.On);
            json.WriteString("environment", item.Environment);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IReadOnlyList<ProjectMetadata> ReadMetadata(JsonElement root, string name) =>
    [
        .. root.GetProperty(name).EnumerateArray().Select(item => new ProjectMetadata(
            item.GetProperty("key").GetString()!,
            item.GetProperty("value").GetString()!,
            item.GetProperty("on").GetString(),
            item.GetProperty("environment").GetString())),
    ];

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> texts)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in texts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static Dictionary<string, string> ReadTexts(JsonElement texts) =>
        texts.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString() ?? "");
}
