using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ink.Tasks.GitOps.Objects;

namespace Ink.Tasks.Releases;

/// <summary>Writes <c>.ink/release.json</c>: what was released, and everything that a later render needs.</summary>
internal static class ReleaseJson
{
    /// <summary>The version of the format; readers refuse a newer one.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Its path below the app's folder.</summary>
    public const string FileName = ".ink/release.json";

    // Relaxed, so that a diff shows texts as they are; the file is JSON and never HTML.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text; the same release always gives the same.</summary>
    /// <param name="app">The app's name.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="source">The source commit.</param>
    /// <param name="image">The image.</param>
    /// <param name="model">The app model's JSON.</param>
    /// <param name="files">The other files of the release, and their texts.</param>
    /// <param name="application">The text of the Argo CD Application.</param>
    /// <param name="configFiles">The config files of all environments.</param>
    public static string Write(
        string app, string environment, SourceCommit source, ImageName image, string model, IEnumerable<KeyValuePair<string, string>> files, string application, ReleasedConfigFiles configFiles)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", SchemaVersion);
            json.WriteString("app", app);
            json.WriteString("environment", environment);
            json.WriteString("commit", NullIfEmpty(source.Hash));
            json.WriteString("commitTime", NullIfEmpty(source.Time));
            json.WriteString("image", image.ToString());
            json.WriteString("digest", image.Digest);
            json.WriteString("ink", InkVersion.Current);
            // With what git calls their contents, so that the next deploy sees which of them somebody else has changed.
            json.WriteStartObject("files");
            foreach (var (name, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
                json.WriteString(name, Hash(text));
            json.WriteEndObject();
            json.WriteString("application", Hash(application));
            configFiles.Write(json);
            json.WritePropertyName("model");
            using (var document = JsonDocument.Parse(model))
                document.RootElement.WriteTo(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static string Hash(string text) => BlobHash.Compute(Encoding.UTF8.GetBytes(text), BlobHash.Sha1Digits);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
