using Ink.Manifests;
using Ink.Model.Resolution;
using Microsoft.Build.Framework;

namespace Ink.Tasks.Releases;

/// <summary>Reads a project's settings from MSBuild's items.</summary>
internal static class ProjectItems
{
    private const string Private = "_Ink";

    /// <summary>Reads them.</summary>
    /// <param name="settings">The project's Ink properties: name and metadata <c>Value</c>.</param>
    /// <param name="environments">The <c>InkEnvironments</c> items; of two with one name the last holds, as it does for properties.</param>
    public static ProjectSettings Read(ITaskItem[] settings, ITaskItem[] environments) => new()
    {
        Properties = settings.ToDictionary(setting => setting.ItemSpec, setting => setting.GetMetadata("Value"), StringComparer.OrdinalIgnoreCase),
        Environments =
        [
            .. environments
                .GroupBy(item => item.ItemSpec, StringComparer.Ordinal)
                .Select(group => new EnvironmentSettings(group.Key) { Metadata = MetadataOf(group.Last()) }),
        ],
    };

    /// <summary>Reads <c>InkLabel</c> or <c>InkAnnotation</c> items.</summary>
    public static IReadOnlyList<ProjectMetadata> ReadMetadata(ITaskItem[] items) =>
        [.. items.Select(item => new ProjectMetadata(item.ItemSpec, item.GetMetadata("Value"), NullIfEmpty(item.GetMetadata("On")), NullIfEmpty(item.GetMetadata("Environment"))))];

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static Dictionary<string, string> MetadataOf(ITaskItem item)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var custom = item.CloneCustomMetadata();
        foreach (var key in custom.Keys.Cast<string>().Where(key => !key.StartsWith(Private, StringComparison.Ordinal)))
            metadata[key] = (string?)custom[key] ?? "";
        return metadata;
    }
}
