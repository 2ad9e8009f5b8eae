using Ink.Manifests;
using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>A task that resolves the app: its inputs are the model and everything that says what it means.</summary>
public abstract class AppTask : AssemblyTask
{
    /// <summary>The tag of the image.</summary>
    [Required]
    public string ImageTag { get; set; } = "";

    /// <summary>The model, with the config files that any environment refers to.</summary>
    private protected ReleaseModel ReadModel(ProjectSettings settings)
    {
        var assembly = ReadAssembly();
        if (assembly.Model.Declarations.All(declaration => declaration.Attribute != AttributeKind.ConfigFile.Name))
            return new ReleaseModel(assembly.Model, assembly.Json, ReleasedConfigFiles.None);
        var environments = settings.EnvironmentNames.Select(settings.ContextOf).OfType<ResolutionContext>();
        return new ReleaseModel(assembly.Model, assembly.Json, ReleasedConfigFiles.Of(environments.Select(context => AppResolver.Resolve(assembly.Model, context).Draft)));
    }
}
