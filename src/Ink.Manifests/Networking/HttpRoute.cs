using k8s;
using k8s.Models;

namespace Ink.Manifests.Networking;

/// <summary>An <c>HTTPRoute</c> of the Gateway API (<c>gateway.networking.k8s.io/v1</c>): what of a Gateway's traffic goes where.</summary>
[KubernetesEntity(Group = "gateway.networking.k8s.io", ApiVersion = "v1", Kind = "HTTPRoute", PluralName = "httproutes")]
public sealed record HttpRoute : IKubernetesObject<V1ObjectMeta>, ISpec<HttpRouteSpec>
{
    /// <inheritdoc/>
    public string ApiVersion { get; set; } = "gateway.networking.k8s.io/v1";

    /// <inheritdoc/>
    public string Kind { get; set; } = "HTTPRoute";

    /// <inheritdoc/>
    public required V1ObjectMeta Metadata { get; set; }

    /// <inheritdoc/>
    public required HttpRouteSpec Spec { get; set; }
}
