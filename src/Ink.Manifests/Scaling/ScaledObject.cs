using k8s;
using k8s.Models;

namespace Ink.Manifests.Scaling;

/// <summary>A <c>ScaledObject</c> of KEDA (<c>keda.sh/v1alpha1</c>): what to scale, and by what.</summary>
[KubernetesEntity(Group = "keda.sh", ApiVersion = "v1alpha1", Kind = "ScaledObject", PluralName = "scaledobjects")]
public sealed record ScaledObject : IKubernetesObject<V1ObjectMeta>, ISpec<ScaledObjectSpec>
{
    /// <inheritdoc/>
    public string ApiVersion { get; set; } = "keda.sh/v1alpha1";

    /// <inheritdoc/>
    public string Kind { get; set; } = "ScaledObject";

    /// <inheritdoc/>
    public required V1ObjectMeta Metadata { get; set; }

    /// <inheritdoc/>
    public required ScaledObjectSpec Spec { get; set; }
}
