using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Transforms;
using k8s;
using k8s.Models;

namespace Ink.Manifests.Tests.Transforms;

/// <summary>A folder in which transforms are compiled, and applied to an app as the tasks apply them.</summary>
public abstract class TransformWorkshop : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ink-transform-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>Compiles a transform called <c>T</c> with this body.</summary>
    protected string Compile(string body, string file = "Acme.dll") => CompileSource(Class("T", body), file);

    protected string CompileSource(string source, string file = "Acme.dll", params string[] references) =>
        CompiledAssembly.Write(PathOf(file), source, references);

    /// <summary>Source of a transform in the namespace <c>Acme</c>.</summary>
    protected static string Class(string name, string body, string members = "") => $$"""
        namespace Acme { public sealed class {{name}} : IManifestTransform {
            {{members}}
            public void Transform(IList<IKubernetesObject<V1ObjectMeta>> objects, ManifestContext context) { {{body}} }
        } }

        """;

    internal static RenderedApp Render(params TransformReference[] references)
    {
        using var transforms = new TransformSet(references);
        return RenderedApp.Render(Context, transforms);
    }

    /// <summary>The transform of <see cref="Compile"/>, applied.</summary>
    internal RenderedApp Apply(string body) => Render(new TransformReference(Compile(body)));

    /// <summary>The one error that a render ends with.</summary>
    internal static RenderError Error(params TransformReference[] references) =>
        Assert.Single(Assert.Throws<RenderException>(() => Render(references)).Errors);

    private static ManifestContext Context => new(Apps.Rich(), Apps.Image)
    {
        IsProduction = true,
        Metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["CostCentre"] = "4711" },
    };
}
