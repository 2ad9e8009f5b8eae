using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Networking;

/// <summary>
/// Gives each pod of a StatefulSet a name in DNS ("Stable Network ID" in the Kubernetes documentation): <c>shop-0.shop-headless</c>.
/// </summary>
internal static class HeadlessServiceBuilder
{
    /// <summary>The Service; <see langword="null"/> for a workload that is no StatefulSet.</summary>
    public static V1Service? Build(AppSpec app, WorkloadSpec workload) => !workload.IsStateful ? null : new V1Service
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = ObjectMetadata.Create(app, workload.HeadlessServiceName, Labels.Of(app, workload)),
        Spec = new V1ServiceSpec
        {
            Type = "ClusterIP",
            ClusterIP = "None",
            // Pods that look for each other do so in order to become ready.
            PublishNotReadyAddresses = true,
            Selector = Labels.Selector(app, workload),
            // No ports: names need none, and Prometheus, which finds this Service by the same labels as the other, would scrape them twice.
        },
    };
}
