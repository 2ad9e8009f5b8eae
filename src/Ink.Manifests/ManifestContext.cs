using Ink.Model.Resolution;
using Ink.Model.Specs;

namespace Ink.Manifests;

/// <summary>What the objects of a render are about.</summary>
/// <param name="App">The app as it is in the environment: every default filled in, every placeholder expanded.</param>
/// <param name="Image">The image that its workloads run.</param>
public sealed record ManifestContext(AppSpec App, ContainerImage Image)
{
    /// <summary>The environment's name.</summary>
    public string Environment => App.Environment;

    /// <summary>Whether the environment counts as production: by its name, or by its metadata <c>Production</c>.</summary>
    public bool IsProduction { get; init; }

    /// <summary>The metadata of the environment's <c>InkEnvironments</c> item, names compared without case.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    internal static ManifestContext Of(AppSpec app, ContainerImage image, ResolutionContext resolution) => new(app, image)
    {
        IsProduction = resolution.IsProduction,
        Metadata = resolution.Metadata,
    };
}
