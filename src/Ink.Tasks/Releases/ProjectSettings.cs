using Ink.Model.Resolution;
using Microsoft.Build.Framework;

namespace Ink.Tasks.Releases;

/// <summary>The project's properties and environments, as resolution wants them.</summary>
internal sealed class ProjectSettings
{
    private const string Private = "_Ink";

    private readonly List<(string Name, IReadOnlyDictionary<string, string> Metadata)> _environments;
    private readonly ResolutionContext _common;

    private ProjectSettings(List<(string Name, IReadOnlyDictionary<string, string> Metadata)> environments, ResolutionContext common)
    {
        _environments = environments;
        _common = common;
    }

    /// <summary>The declared environments, in the order of their declaration, each once.</summary>
    public IReadOnlyList<string> EnvironmentNames => [.. _environments.Select(environment => environment.Name)];

    public static ProjectSettings From(
        IReadOnlyDictionary<string, string> commandLine, ITaskItem[] settings, ITaskItem[] environments, ITaskItem[] labels, ITaskItem[] annotations) => new(
        // The last declaration of a name holds, as it does for properties.
        [.. environments.GroupBy(item => item.ItemSpec, StringComparer.Ordinal).Select(group => (group.Key, MetadataOf(group.Last())))],
        new ResolutionContext("")
        {
            CommandLine = new Dictionary<string, string>(commandLine, StringComparer.OrdinalIgnoreCase),
            Project = settings.ToDictionary(setting => setting.ItemSpec, setting => setting.GetMetadata("Value"), StringComparer.OrdinalIgnoreCase),
            Labels = [.. labels.Select(ProjectMetadataOf)],
            Annotations = [.. annotations.Select(ProjectMetadataOf)],
        });

    /// <summary>What to resolve an environment with, or <see langword="null"/> where it is not declared.</summary>
    public ResolutionContext? ContextOf(string environment)
    {
        var declared = _environments.Find(candidate => candidate.Name == environment);
        return declared.Name is null ? null : _common with
        {
            Environment = declared.Name,
            Metadata = declared.Metadata,
            KnownEnvironments = [.. EnvironmentNames],
        };
    }

    private static ProjectMetadata ProjectMetadataOf(ITaskItem item)
    {
        return new ProjectMetadata(item.ItemSpec, item.GetMetadata("Value"), NullIfEmpty("On"), NullIfEmpty("Environment"));

        string? NullIfEmpty(string metadata) => item.GetMetadata(metadata) is { Length: > 0 } text ? text : null;
    }

    private static Dictionary<string, string> MetadataOf(ITaskItem item)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var custom = item.CloneCustomMetadata();
        foreach (var key in custom.Keys.Cast<string>().Where(key => !key.StartsWith(Private, StringComparison.Ordinal)))
            metadata[key] = (string?)custom[key] ?? "";
        return metadata;
    }
}
