using Ink.Manifests;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>A task that reads what a project says of its app beside the attributes.</summary>
public abstract partial class ProjectTask : InkTask
{
    /// <summary>The <c>InkEnvironments</c> items.</summary>
    [Required]
    public ITaskItem[] Environments { get; set; } = [];

    /// <summary>The project's Ink properties: name and metadata <c>Value</c>.</summary>
    [Required]
    public ITaskItem[] Settings { get; set; } = [];

    /// <summary>The <c>InkLabel</c> items: the key, and metadata <c>Value</c>, <c>On</c>, <c>Environment</c>.</summary>
    public ITaskItem[] Labels { get; set; } = [];

    /// <summary>The <c>InkAnnotation</c> items, of the same form.</summary>
    public ITaskItem[] Annotations { get; set; } = [];

    /// <summary>The <c>InkManifestTransform</c> items, paths in full: assemblies, and projects that make one.</summary>
    public ITaskItem[] Transforms { get; set; } = [];

    /// <summary>What those projects made: assemblies with metadata <c>MSBuildSourceProjectFile</c>.</summary>
    public ITaskItem[] TransformOutputs { get; set; } = [];

    /// <summary>The project's folder.</summary>
    public string ProjectDirectory { get; set; } = "";

    private protected ProjectSettings ReadSettings() => ProjectItems.Read(Settings, Environments) with
    {
        Labels = ProjectItems.ReadMetadata(Labels),
        Annotations = ProjectItems.ReadMetadata(Annotations),
        CommandLine = CommandLine(),
        Directory = ProjectDirectory,
        Transforms = TransformItems.Read(Transforms, TransformOutputs),
    };

    /// <summary>The context of the environment that was asked for.</summary>
    /// <param name="settings">What the project says.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="property">The property that names it.</param>
    /// <exception cref="InkException">INK4008.</exception>
    private protected static ResolutionContext ContextOf(ProjectSettings settings, string environment, string property = "InkEnvironment") =>
        settings.ContextOf(environment)
        ?? throw new InkException(
            RuleCatalogue.UndeclaredEnvironment.Id,
            $"The environment \"{environment}\" is not declared. Declared are {string.Join(", ", settings.EnvironmentNames)}. Pass one of them as -p:{property}=…, or add <InkEnvironments Include=\"{environment}\" /> to the project or Directory.Build.props.");
}
