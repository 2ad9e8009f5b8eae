using System.Text.Json;

namespace Ink.Tasks.GitOps;

/// <summary>
/// The list of files that Ink wrote, out of a folder's <c>.ink/release.json</c>: its property <c>files</c>, names relative
/// to the folder.
/// </summary>
internal static class ReleaseFiles
{
    /// <summary>Where the list is, relative to the folder.</summary>
    public const string Path = ".ink/release.json";

    // Never listed by anyone's mistake alone: these two exist only where Ink has been.
    private static readonly string[] Always = [Path, "kustomization.yaml"];

    /// <summary>The names, or null where the text is damaged and says nothing that can be trusted.</summary>
    public static IReadOnlySet<string>? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            if (!json.RootElement.TryGetProperty("files", out var files) || files.ValueKind != JsonValueKind.Array) return null;
            var names = files.EnumerateArray()
                .Where(name => name.ValueKind == JsonValueKind.String)
                .Select(name => name.GetString()!)
                // A list with "../../other" in it must not make a deploy delete another application.
                .Where(name => GitOpsPath.Fault(name) is null);
            return names.Concat(Always).ToHashSet(StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            // Damaged by hand or by a merge. The caller keeps the files and says so, which is the safe side.
            return null;
        }
    }
}
