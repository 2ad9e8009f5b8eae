using k8s;
using k8s.Models;

namespace Ink.Manifests;

/// <summary>
/// Changes what Ink renders, in code: for a platform team that wants something of every service. Named by
/// <c>&lt;InkManifestTransform Include="…" /&gt;</c>, it runs after the render and before overlays and policy.
/// </summary>
/// <remarks>
/// A transform needs a public constructor without parameters; a new instance is made for every app and environment. The same objects
/// have to give the same result: no time, no random numbers, no network. What it throws ends the call with INK4015, and nothing is
/// pushed.
/// </remarks>
public interface IManifestTransform
{
    /// <summary>Changes the objects of one app in one environment.</summary>
    /// <param name="objects">
    /// Everything that is rendered into the app's namespace: change the objects, add some, remove some. <c>ApiVersion</c> and
    /// <c>Kind</c> of an added one are filled in where its type has a <see cref="KubernetesEntityAttribute"/>.
    /// </param>
    /// <param name="context">The app and the environment.</param>
    void Transform(IList<IKubernetesObject<V1ObjectMeta>> objects, ManifestContext context);
}
