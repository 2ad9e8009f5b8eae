using System.Text.Json;
using Ink.Model.Resolution;
using Ink.Model.Specs;

namespace Ink.Tasks.Releases;

/// <summary>
/// The config files that a release carries, those of all environments, so that a promotion renders another one without the sources.
/// </summary>
/// <param name="files">Path relative to the project's folder → content.</param>
internal sealed class ReleasedConfigFiles(IReadOnlyDictionary<string, ConfigContent> files) : IConfigFiles
{
    private const string Property = "configFiles";
    private const string Text = "text";
    private const string Base64 = "base64";

    /// <summary>Those of an app without any.</summary>
    public static ReleasedConfigFiles None { get; } = new(new Dictionary<string, ConfigContent>());

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => files.Count == 0;

    /// <summary>The files that the environments refer to. One that is missing in another environment is that one's trouble.</summary>
    public static ReleasedConfigFiles Of(IEnumerable<AppSpec> environments)
    {
        var files = new SortedDictionary<string, ConfigContent>(StringComparer.Ordinal);
        foreach (var file in environments.SelectMany(app => app.Workloads).SelectMany(workload => workload.ConfigFiles))
        {
            if (file.Content is { } content)
                files[file.Path] = content;
        }

        return new ReleasedConfigFiles(files);
    }

    /// <summary>Reads them back out of a <c>release.json</c>; one that has none is of an app without any.</summary>
    /// <exception cref="FormatException">A content is no Base64.</exception>
    public static ReleasedConfigFiles Read(JsonElement release)
    {
        if (!release.TryGetProperty(Property, out var list))
            return None;
        return new ReleasedConfigFiles(list.EnumerateObject().ToDictionary(
            file => file.Name,
            file => file.Value.TryGetProperty(Text, out var text)
                ? ConfigContent.OfText(text.GetString()!)
                : ConfigContent.OfBinary(file.Value.GetProperty(Base64).GetBytesFromBase64()),
            StringComparer.Ordinal));
    }

    /// <summary>Writes them into a <c>release.json</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        if (files.Count == 0)
            return;
        json.WriteStartObject(Property);
        foreach (var (path, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(path);
            json.WriteString(content.Text is null ? Base64 : Text, content.Text ?? content.Base64);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <inheritdoc/>
    public ConfigFileReading Read(string path) => files.TryGetValue(path, out var content) ? new ConfigFileReading.Found(content) : new ConfigFileReading.Missing();
}
