using k8s;
using k8s.Models;

namespace Ink.Manifests.Monitoring;

/// <summary>A <c>ServiceMonitor</c> of the Prometheus operator (<c>monitoring.coreos.com/v1</c>): which Services Prometheus scrapes.</summary>
[KubernetesEntity(Group = "monitoring.coreos.com", ApiVersion = "v1", Kind = "ServiceMonitor", PluralName = "servicemonitors")]
public sealed record ServiceMonitor : IKubernetesObject<V1ObjectMeta>, ISpec<ServiceMonitorSpec>
{
    /// <inheritdoc/>
    public string ApiVersion { get; set; } = "monitoring.coreos.com/v1";

    /// <inheritdoc/>
    public string Kind { get; set; } = "ServiceMonitor";

    /// <inheritdoc/>
    public required V1ObjectMeta Metadata { get; set; }

    /// <inheritdoc/>
    public required ServiceMonitorSpec Spec { get; set; }
}
