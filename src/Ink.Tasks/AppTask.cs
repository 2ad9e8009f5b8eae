using Ink.Manifests;
using Ink.Manifests.Reading;
using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Tasks.Errors;
using Ink.Tasks.Kustomize;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>A task that resolves the app: its inputs are the assembly and everything that says what it means.</summary>
public abstract class AppTask : ProjectTask
{
    private protected const string NothingPushed = "Nothing was pushed";

    /// <summary>The compiled assembly, which holds the model.</summary>
    [Required]
    public string AssemblyPath { get; set; } = "";

    /// <summary>The assembly's name, the app's where none is declared.</summary>
    [Required]
    public string AssemblyName { get; set; } = "";

    /// <summary><c>InkEnvironment</c>.</summary>
    [Required]
    public string EnvironmentName { get; set; } = "";

    /// <summary>The tag of the image.</summary>
    [Required]
    public string ImageTag { get; set; } = "";

    private protected Overlays ReadOverlays() => new(ProjectDirectory, new KustomizeProgram(Detail));

    /// <summary>The model, with the config files that any environment refers to.</summary>
    private protected ReleaseModel ReadModel(ProjectSettings settings)
    {
        var assembly = AssemblyModel.Read(AssemblyPath, AssemblyName);
        if (assembly.Model.Declarations.All(declaration => declaration.Attribute != AttributeKind.ConfigFile.Name))
            return new ReleaseModel(assembly.Model, assembly.Json, ReleasedConfigFiles.None);
        var environments = settings.EnvironmentNames.Select(settings.ContextOf).OfType<ResolutionContext>();
        return new ReleaseModel(assembly.Model, assembly.Json, ReleasedConfigFiles.Of(environments.Select(context => AppResolver.Resolve(assembly.Model, context).Draft)));
    }

    /// <summary>Resolves for one environment, and reports. What has no spec cannot be rendered.</summary>
    private protected ResolvedApp Resolve(ReleaseModel model, ResolutionContext context)
    {
        var resolved = AppResolver.Resolve(model.Model, context);
        Report(resolved.Findings, context.Environment);
        return resolved;
    }

    private protected static ImageName ImageOf(AppSpec app, ResolutionContext context, string tag, string? digest = null) =>
        ImageName.From(context.Setting(InkProperty.Registry), context.Setting(InkProperty.ImageRepository) ?? app.Name, tag, digest);

    /// <summary>Says once which workloads and sidecars nobody chose resources for.</summary>
    private protected void SayFallback(IEnumerable<AppSpec> apps)
    {
        var workloads = apps.SelectMany(app => app.Workloads).ToList();
        SayFallback("", workloads.Where(workload => workload.Resources.IsFallback).Select(workload => workload.Name), "[assembly: Resources(Cpu = \"…\", Memory = \"…\")]");
        var sidecars = workloads.SelectMany(workload => workload.Sidecars);
        SayFallback("the sidecar ", sidecars.Where(sidecar => sidecar.Resources.IsFallback).Select(sidecar => sidecar.Name), "Cpu and Memory of [Sidecar]");
    }

    /// <summary>The context of the environment that was asked for.</summary>
    /// <exception cref="InkException">INK4008.</exception>
    internal static ResolutionContext ContextOf(ProjectSettings settings, string environment) =>
        settings.ContextOf(environment)
        ?? throw new InkException(
            RuleCatalogue.UndeclaredEnvironment.Id,
            $"The environment \"{environment}\" is not declared. Declared are {string.Join(", ", settings.EnvironmentNames)}. Pass one of them as -p:InkEnvironment=…, or add <InkEnvironments Include=\"{environment}\" /> to the project or Directory.Build.props.");

    private void SayFallback(string what, IEnumerable<string> names, string choose)
    {
        var list = string.Join(", ", names.Distinct());
        if (list.Length > 0)
            Say($"no CPU or memory is declared for {what}{list}, so 100m and 256Mi are requested where it is missing; choose with {choose} or InkDefaultCpu and InkDefaultMemory.");
    }
}
