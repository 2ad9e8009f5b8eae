using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Tasks.Errors;
using Ink.Tasks.Kustomize;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>A task that resolves the app: its inputs are the assembly and everything that says what it means.</summary>
public abstract class AppTask : InkTask
{
    /// <summary>The compiled assembly, which holds the model.</summary>
    [Required]
    public string AssemblyPath { get; set; } = "";

    /// <summary>The assembly's name, the app's where none is declared.</summary>
    [Required]
    public string AssemblyName { get; set; } = "";

    /// <summary><c>InkEnvironment</c>.</summary>
    [Required]
    public string EnvironmentName { get; set; } = "";

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

    /// <summary>The tag of the image.</summary>
    [Required]
    public string ImageTag { get; set; } = "";

    /// <summary>The project's folder.</summary>
    public string ProjectDirectory { get; set; } = "";

    private protected Overlays ReadOverlays() => new(ProjectDirectory, new KustomizeProgram(Detail));

    private protected AssemblyModel ReadModel() => AssemblyModel.Read(AssemblyPath, AssemblyName);

    private protected ProjectSettings ReadSettings() => ProjectSettings.From(CommandLine(), Settings, Environments, Labels, Annotations);

    /// <summary>Resolves for one environment; reports, and gives <see langword="null"/> where it cannot be rendered.</summary>
    private protected AppSpec? Resolve(AssemblyModel model, ResolutionContext context)
    {
        var resolved = AppResolver.Resolve(model.Model, context);
        Report(resolved.Findings, context.Environment);
        return resolved.Spec;
    }

    private protected static ImageName ImageOf(AppSpec app, ResolutionContext context, string tag, string? digest = null) =>
        ImageName.From(context.Setting(InkProperty.Registry), context.Setting(InkProperty.ImageRepository) ?? app.Name, tag, digest);

    /// <summary>Says once which workloads nobody chose resources for.</summary>
    private protected void SayFallback(IEnumerable<AppSpec> apps)
    {
        var workloads = apps
            .SelectMany(app => app.Workloads)
            .Where(workload => workload.Resources.IsFallback)
            .Select(workload => workload.Name)
            .Distinct()
            .ToList();
        if (workloads.Count > 0)
            Say($"no CPU or memory is declared for {string.Join(", ", workloads)}, so 100m and 256Mi are requested where it is missing; choose with [assembly: Resources(Cpu = \"…\", Memory = \"…\")] or InkDefaultCpu and InkDefaultMemory.");
    }

    /// <summary>The context of the environment that was asked for.</summary>
    /// <exception cref="InkException">INK4008.</exception>
    private protected static ResolutionContext ContextOf(ProjectSettings settings, string environment) =>
        settings.ContextOf(environment)
        ?? throw new InkException(
            RuleCatalogue.UndeclaredEnvironment.Id,
            $"The environment \"{environment}\" is not declared. Declared are {string.Join(", ", settings.EnvironmentNames)}. Pass one of them as -p:InkEnvironment=…, or add <InkEnvironments Include=\"{environment}\" /> to the project or Directory.Build.props.");
}
