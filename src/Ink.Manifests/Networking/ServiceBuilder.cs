using Ink.Manifests.Metadata;
using Ink.Manifests.Workloads;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Networking;

/// <summary>The name under which a web workload is reached inside the cluster.</summary>
internal static class ServiceBuilder
{
    /// <summary>The Service; <see langword="null"/> for a workload that serves nothing to others.</summary>
    public static V1Service? Build(AppSpec app, WorkloadSpec workload)
    {
        if (workload is not { Kind: WorkloadKind.Web, Port: { } port })
            return null;

        return new V1Service
        {
            ApiVersion = "v1",
            Kind = "Service",
            Metadata = ObjectMetadata.Create(app, workload.ObjectName, Labels.Of(app, workload)),
            Spec = new V1ServiceSpec
            {
                Type = "ClusterIP",
                Selector = Labels.Selector(app, workload),
                Ports =
                [
                    new V1ServicePort
                    {
                        Name = ContainerPorts.Http,
                        // The container's own port, not 80: the network policy agent of EKS wants the two to be the same
                        // (EKS user guide, "Limit Pod traffic with Kubernetes network policies", considerations).
                        Port = port,
                        TargetPort = ContainerPorts.Http,
                        Protocol = "TCP",
                    },
                ],
            },
        };
    }
}
