using Ink.Manifests.Metadata;
using Ink.Manifests.Storage;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>A workload that keeps running, and each of whose pods keeps data of its own.</summary>
internal static class StatefulSetBuilder
{
    private const string Retain = "Retain";

    public static V1StatefulSet Build(AppSpec app, WorkloadSpec workload, ContainerImage image) => new()
    {
        ApiVersion = ControllerKind.ApiVersion,
        Kind = "StatefulSet",
        Metadata = ObjectMetadata.Create(app, workload.ObjectName, Labels.Of(app, workload, image)),
        Spec = new V1StatefulSetSpec
        {
            // Written beside a scaler, it would undo the scaler's work with every sync.
            Replicas = workload.IsScaled ? null : workload.Replicas,
            RevisionHistoryLimit = DeploymentBuilder.RevisionHistoryLimit,
            ServiceName = workload.HeadlessServiceName,
            Selector = new V1LabelSelector { MatchLabels = Labels.Selector(app, workload) },
            // The pods are no cluster that grows one by one. In order, a version whose first pod never gets ready would block the one that
            // mends it until somebody deletes that pod ("Forced rollback" in the Kubernetes documentation). Updates go one by one anyway.
            PodManagementPolicy = "Parallel",
            // One pod at a time, the highest number first, each when the one before is ready. There is no pod beside the old one, whose volume
            // is still in use: a workload of one pod is away while it is replaced.
            UpdateStrategy = new V1StatefulSetUpdateStrategy { Type = "RollingUpdate" },
            // A pod that a scaler takes away finds its data again when it comes back, and a StatefulSet that is deleted by mistake leaves all.
            PersistentVolumeClaimRetentionPolicy = new V1StatefulSetPersistentVolumeClaimRetentionPolicy { WhenDeleted = Retain, WhenScaled = Retain },
            Template = PodTemplateBuilder.Build(app, workload, image),
            VolumeClaimTemplates =
            [
                .. workload.Volumes
                    .Select(volume => volume.Claim)
                    .Where(claim => claim is { Owner: ClaimOwner.Pod })
                    .OrderBy(claim => claim!.Name, StringComparer.Ordinal)
                    .Select(claim => ClaimBuilder.Template(claim!)),
            ],
        },
    };
}
