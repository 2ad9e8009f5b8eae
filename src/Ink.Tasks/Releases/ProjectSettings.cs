using Ink.Model.Resolution;
using Microsoft.Build.Framework;

namespace Ink.Tasks.Releases;

/// <summary>The project's properties and environments, as resolution wants them.</summary>
internal sealed class ProjectSettings
{
    private const string Private = "_Ink";

    private readonly IReadOnlyDictionary<string, string> _commandLine;
    private readonly IReadOnlyDictionary<string, string> _project;
    private readonly List<(string Name, IReadOnlyDictionary<string, string> Metadata)> _environments;
    private readonly IConfigFiles? _configFiles;

    private ProjectSettings(
        IReadOnlyDictionary<string, string> commandLine,
        IReadOnlyDictionary<string, string> project,
        List<(string Name, IReadOnlyDictionary<string, string> Metadata)> environments,
        IConfigFiles? configFiles)
    {
        _commandLine = commandLine;
        _project = project;
        _environments = environments;
        _configFiles = configFiles;
    }

    /// <summary>The declared environments, in the order of their declaration, each once.</summary>
    public IReadOnlyList<string> EnvironmentNames => [.. _environments.Select(environment => environment.Name)];

    public static ProjectSettings From(
        IReadOnlyDictionary<string, string> commandLine, ITaskItem[] settings, ITaskItem[] environments, IConfigFiles? configFiles = null) => new(
        new Dictionary<string, string>(commandLine, StringComparer.OrdinalIgnoreCase),
        settings.ToDictionary(setting => setting.ItemSpec, setting => setting.GetMetadata("Value"), StringComparer.OrdinalIgnoreCase),
        // The last declaration of a name holds, as it does for properties.
        [.. environments.GroupBy(item => item.ItemSpec, StringComparer.Ordinal).Select(group => (group.Key, MetadataOf(group.Last())))],
        configFiles);

    /// <summary>What to resolve an environment with, or <see langword="null"/> where it is not declared.</summary>
    public ResolutionContext? ContextOf(string environment)
    {
        var declared = _environments.Find(candidate => candidate.Name == environment);
        return declared.Name is null ? null : new ResolutionContext(declared.Name)
        {
            Metadata = declared.Metadata,
            KnownEnvironments = [.. EnvironmentNames],
            CommandLine = _commandLine,
            Project = _project,
            ConfigFiles = _configFiles,
        };
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
