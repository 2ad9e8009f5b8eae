using k8s;
using k8s.Models;

namespace Ink.Manifests.Secrets;

/// <summary>
/// An <c>ExternalSecret</c> of External Secrets Operator (<c>external-secrets.io/v1</c>): what to copy from a store into a Secret.
/// </summary>
[KubernetesEntity(Group = "external-secrets.io", ApiVersion = "v1", Kind = "ExternalSecret", PluralName = "externalsecrets")]
public sealed record ExternalSecret : IKubernetesObject<V1ObjectMeta>, ISpec<ExternalSecretSpec>
{
    /// <inheritdoc/>
    public string ApiVersion { get; set; } = "external-secrets.io/v1";

    /// <inheritdoc/>
    public string Kind { get; set; } = "ExternalSecret";

    /// <inheritdoc/>
    public required V1ObjectMeta Metadata { get; set; }

    /// <inheritdoc/>
    public required ExternalSecretSpec Spec { get; set; }
}
