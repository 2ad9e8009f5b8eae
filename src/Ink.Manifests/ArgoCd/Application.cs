using k8s;
using k8s.Models;

namespace Ink.Manifests.ArgoCd;

/// <summary>An Argo CD <c>Application</c> (<c>argoproj.io/v1alpha1</c>): a folder of a repository, kept in sync with a namespace.</summary>
[KubernetesEntity(Group = "argoproj.io", ApiVersion = "v1alpha1", Kind = "Application", PluralName = "applications")]
public sealed record Application : IKubernetesObject<V1ObjectMeta>, ISpec<ApplicationSpec>
{
    /// <inheritdoc/>
    public string ApiVersion { get; set; } = "argoproj.io/v1alpha1";

    /// <inheritdoc/>
    public string Kind { get; set; } = "Application";

    /// <inheritdoc/>
    public required V1ObjectMeta Metadata { get; set; }

    /// <inheritdoc/>
    public required ApplicationSpec Spec { get; set; }
}
