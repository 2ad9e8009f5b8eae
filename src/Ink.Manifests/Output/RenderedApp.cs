using Ink.Model.Specs;
using k8s;
using k8s.Models;

namespace Ink.Manifests.Output;

/// <summary>The folder of an application in one environment.</summary>
/// <param name="Objects">The objects.</param>
/// <param name="Files">One file an object, and the <c>kustomization.yaml</c> that lists them; by path (ordinal).</param>
public sealed record RenderedApp(IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects, IReadOnlyList<RenderedFile> Files)
{
    /// <summary>Renders an application.</summary>
    /// <param name="app">The resolved application.</param>
    /// <param name="image">The image that its workloads run.</param>
    public static RenderedApp Render(AppSpec app, ContainerImage image) => Of(AppRenderer.Render(app, image));

    /// <summary>The folder of objects that exist already, for instance after a transform.</summary>
    /// <exception cref="ArgumentException">Two objects have the same kind and name.</exception>
    public static RenderedApp Of(IReadOnlyList<IKubernetesObject<V1ObjectMeta>> objects) =>
        new(objects, ManifestFiles.Write(objects));
}
