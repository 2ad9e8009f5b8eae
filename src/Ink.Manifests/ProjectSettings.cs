using System.Reflection;
using Ink.Manifests.Reading;
using Ink.Model.Resolution;

namespace Ink.Manifests;

/// <summary>What a project says of its app beside the attributes: environments, properties, transforms.</summary>
public sealed record ProjectSettings
{
    /// <summary>The environments that a project has which declares none.</summary>
    private static readonly IReadOnlyList<EnvironmentSettings> Default = [new("dev"), new("staging"), new("production")];

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>The <c>InkEnvironments</c> items, in the order of their declaration, each name once; <c>dev</c>, <c>staging</c> and <c>production</c> unless set.</summary>
    public IReadOnlyList<EnvironmentSettings> Environments { get; init; } = Default;

    /// <summary>The project's properties by name (<c>InkNamespace</c>), without case; they lose to attributes.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = None;

    /// <summary>Properties given for one call, as with <c>-p:InkNamespace=…</c>; they win over attributes.</summary>
    public IReadOnlyDictionary<string, string> CommandLine { get; init; } = None;

    /// <summary>The <c>InkLabel</c> items: labels of all the app's objects.</summary>
    public IReadOnlyList<ProjectMetadata> Labels { get; init; } = [];

    /// <summary>The <c>InkAnnotation</c> items: annotations of all the app's objects.</summary>
    public IReadOnlyList<ProjectMetadata> Annotations { get; init; } = [];

    /// <summary>The project's folder, in full; <see langword="null"/> where there is none to read files from.</summary>
    public string? Directory { get; init; }

    /// <summary>The <c>InkManifestTransform</c> items, in the order in which they are applied.</summary>
    public IReadOnlyList<TransformReference> Transforms { get; init; } = [];

    /// <summary>
    /// The settings of the project that built an assembly. A test project that references it, and the package Ink.Manifests, has them
    /// beside its own assembly in <c>&lt;name&gt;.ink.json</c>: the build writes them there.
    /// </summary>
    /// <param name="assembly">The service's assembly.</param>
    /// <exception cref="RenderException">INK4000: they are not there, or a newer Ink wrote them.</exception>
    public static ProjectSettings Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return ProjectJson.Find(assembly);
    }

    /// <summary>The names of the environments, in the order of their declaration.</summary>
    internal IReadOnlyList<string> EnvironmentNames => [.. Environments.Select(environment => environment.Name)];

    /// <summary>What to resolve an environment with, or <see langword="null"/> where it is not declared.</summary>
    internal ResolutionContext? ContextOf(string environment)
    {
        // The last declaration of a name holds, as it does for properties.
        var declared = Environments.LastOrDefault(candidate => candidate.Name == environment);
        return declared is null ? null : new ResolutionContext(declared.Name)
        {
            Metadata = WithoutCase(declared.Metadata),
            KnownEnvironments = [.. EnvironmentNames],
            CommandLine = WithoutCase(CommandLine),
            Project = WithoutCase(Properties),
            Labels = Labels,
            Annotations = Annotations,
            // A test that states its own settings has the project's content beside itself.
            ConfigFiles = new ProjectFiles(string.IsNullOrEmpty(Directory) ? AppContext.BaseDirectory : Directory),
        };
    }

    private static Dictionary<string, string> WithoutCase(IReadOnlyDictionary<string, string> values) => new(values, StringComparer.OrdinalIgnoreCase);
}
