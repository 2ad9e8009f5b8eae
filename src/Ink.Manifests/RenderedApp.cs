using System.Reflection;
using Ink.Manifests.Output;
using Ink.Manifests.Reading;
using Ink.Manifests.Transforms;
using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Specs;
using k8s;
using k8s.Models;

namespace Ink.Manifests;

/// <summary>An application as it is deployed to one environment: typed objects, and the files that they are written to.</summary>
public sealed class RenderedApp
{
    // What InkRender calls the image where there is no commit: a test gives the same whatever is checked out.
    private const string NoCommit = "dev";

    private RenderedApp(ManifestContext context, IReadOnlyList<IKubernetesObject<V1ObjectMeta>> objects, IReadOnlyList<RenderedFile> files)
    {
        Context = context;
        Objects = objects;
        Files = files;
    }

    /// <summary>The app, the environment and the image.</summary>
    public ManifestContext Context { get; }

    /// <summary>The objects in the app's namespace, transforms applied. Overlays are not: Kustomize knows no types.</summary>
    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects { get; }

    /// <summary>One file an object, and the <c>kustomization.yaml</c> that lists them; by path (ordinal).</summary>
    public IReadOnlyList<RenderedFile> Files { get; }

    /// <summary>Renders the app that an assembly declares, as <c>InkRender</c> does, in a test for instance.</summary>
    /// <param name="assembly">The service's assembly; it is read from its file, and nothing in it is run.</param>
    /// <param name="environment">The environment's name.</param>
    /// <param name="project">
    /// The project's environments, properties and transforms; those that the build found (<see cref="ProjectSettings.Of"/>) unless given.
    /// </param>
    /// <param name="image">The image; unless given, the one that <c>InkRender</c> names outside a repository.</param>
    /// <exception cref="RenderException">The app cannot be rendered: every reason is listed, with its code.</exception>
    public static RenderedApp FromAssembly(Assembly assembly, string environment, ProjectSettings? project = null, ContainerImage? image = null)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(environment);

        var settings = project ?? ProjectSettings.Of(assembly);
        var resolution = settings.ContextOf(environment) ?? throw new RenderException(
            RuleCatalogue.UndeclaredEnvironment,
            $"The environment \"{environment}\" is not declared. Declared are {string.Join(", ", settings.EnvironmentNames)}. Render one of them, or add <InkEnvironments Include=\"{environment}\" /> to the project.");

        var resolved = AppResolver.Resolve(ReadModel(assembly), resolution);
        if (resolved.Spec is not { } app)
        {
            throw new RenderException([.. resolved.Findings
                .Where(finding => finding.Severity == RuleSeverity.Error)
                .Select(finding => new RenderError(finding.Rule.Id, $"{finding.Message} ({environment})", finding.Rule.HelpLink))]);
        }

        using var transforms = new TransformSet(settings.Transforms);
        return Render(ManifestContext.Of(app, image ?? ImageOf(app, resolution), resolution), transforms);
    }

    /// <summary>The one object of a type, or the one of that type and name.</summary>
    /// <typeparam name="T">For example <see cref="V1Deployment"/>.</typeparam>
    /// <param name="name">Its <c>metadata.name</c>; may be left out where there is one object of the type.</param>
    /// <exception cref="InvalidOperationException">There is none, or there are several. The message lists what there is.</exception>
    public T The<T>(string? name = null)
        where T : IKubernetesObject<V1ObjectMeta>
    {
        var found = Objects.OfType<T>().Where(item => name is null || item.Metadata.Name == name).ToList();
        return found.Count == 1
            ? found[0]
            : throw new InvalidOperationException(
                $"{Context.App.Name} has {(found.Count == 0 ? "no" : "more than one")} {typeof(T).Name}{(name is null ? "" : $" \"{name}\"")} in {Context.Environment}. There are: {string.Join(", ", Objects.Select(item => $"{item.Kind} {item.Metadata.Name}"))}.");
    }

    /// <summary>All objects as one YAML stream, each below its file's name: for a snapshot.</summary>
    public string ToYaml() =>
        string.Concat(Files.Where(file => file.Path != ManifestFolder.KustomizationPath).Select(file => $"---\n# {file.Path}\n{file.Content}"));

    internal static RenderedApp Render(AppSpec app, ContainerImage image) => Render(new ManifestContext(app, image));

    /// <exception cref="RenderException">INK4015: a transform failed.</exception>
    internal static RenderedApp Render(ManifestContext context, TransformSet? transforms = null)
    {
        var objects = AppRenderer.Render(context.App, context.Image);
        if (transforms is null or { IsEmpty: true })
            return new RenderedApp(context, objects, ManifestFiles.Write(objects));

        var transformed = transforms.Apply(objects, context);
        return new RenderedApp(context, transformed, transforms.Write(transformed, context));
    }

    private static AppModel ReadModel(Assembly assembly)
    {
        try
        {
            return AssemblyModel.Read(assembly.Location, assembly.GetName().Name!).Model;
        }
        catch (ModelFormatException exception)
        {
            throw new RenderException(RuleCatalogue.Unexpected, $"{assembly.Location}: {exception.Message}", exception);
        }
    }

    private static ContainerImage ImageOf(AppSpec app, ResolutionContext resolution)
    {
        var registry = resolution.Setting(InkProperty.Registry)?.TrimEnd('/');
        var repository = resolution.Setting(InkProperty.ImageRepository) ?? app.Name;
        return new ContainerImage($"{(registry is null ? "" : $"{registry}/")}{repository}:{NoCommit}", NoCommit);
    }
}
