using System.Text.Json;

namespace Ink.Tasks.GitOps.Planning;

/// <summary>What a folder's <c>.ink/release.json</c> tells a later deploy: which commit is deployed, and which files Ink wrote.</summary>
/// <param name="Commit">The source commit; empty where it has none.</param>
/// <param name="CommitTime">When it was committed; empty where that is not known.</param>
/// <param name="Files">Names relative to the folder → the hash that git gave the content (SHA-1); null where that was not noted.</param>
/// <param name="Application">The same hash of the Argo CD Application.</param>
internal sealed record ReleaseFiles(string Commit, string CommitTime, IReadOnlyDictionary<string, string?> Files, string? Application)
{
    /// <summary>Where it is, relative to the folder.</summary>
    public const string Path = ".ink/release.json";

    // Never listed by anyone's mistake alone: these two exist only where Ink has been.
    private static readonly string[] Always = [Path, "kustomization.yaml"];

    /// <summary>A folder where Ink has never been.</summary>
    public static ReleaseFiles None { get; } = new("", "", new Dictionary<string, string?>(), null);

    /// <summary>Reads it; null where the text is damaged and says nothing that can be trusted.</summary>
    public static ReleaseFiles? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            if (!json.RootElement.TryGetProperty("files", out var files) || ReadFiles(files) is not { } listed) return null;
            // A list with "../../other" in it must not make a deploy delete another application.
            var names = listed.Where(file => GitOpsPath.Fault(file.Key) is null).ToDictionary(StringComparer.Ordinal);
            foreach (var name in Always) names.TryAdd(name, null);
            return new ReleaseFiles(TextOf(json.RootElement, "commit"), TextOf(json.RootElement, "commitTime"), names, NullIfEmpty(TextOf(json.RootElement, "application")));
        }
        catch (JsonException)
        {
            // Damaged by hand or by a merge. The caller keeps the files and says so, which is the safe side.
            return null;
        }
    }

    // Early versions listed names alone.
    private static IEnumerable<KeyValuePair<string, string?>>? ReadFiles(JsonElement files) => files.ValueKind switch
    {
        JsonValueKind.Object => files.EnumerateObject().DistinctBy(file => file.Name).Select(file => KeyValuePair.Create(file.Name, file.Value.ValueKind == JsonValueKind.String ? file.Value.GetString() : null)),
        JsonValueKind.Array => files.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!).Distinct().Select(name => KeyValuePair.Create(name, (string?)null)),
        _ => null,
    };

    private static string TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
