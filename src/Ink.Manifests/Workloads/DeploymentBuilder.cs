using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>A workload that keeps running.</summary>
internal static class DeploymentBuilder
{
    /// <summary>Old revisions are for <c>kubectl rollout undo</c>; GitOps rolls back through the repository, so few are enough.</summary>
    public const int RevisionHistoryLimit = 3;

    private const int ProgressDeadlineSeconds = 600;

    public static V1Deployment Build(AppSpec app, WorkloadSpec workload, ContainerImage image) => new()
    {
        ApiVersion = ControllerKind.ApiVersion,
        Kind = "Deployment",
        Metadata = ObjectMetadata.Create(app, workload.ObjectName, Labels.Of(app, workload, image)),
        Spec = new V1DeploymentSpec
        {
            // Written beside a scaler, it would undo the scaler's work with every sync.
            Replicas = workload.IsScaled ? null : workload.Replicas,
            RevisionHistoryLimit = RevisionHistoryLimit,
            ProgressDeadlineSeconds = ProgressDeadlineSeconds,
            Selector = new V1LabelSelector { MatchLabels = Labels.Selector(app, workload) },
            Strategy = new V1DeploymentStrategy
            {
                Type = "RollingUpdate",
                // A new pod is ready before an old one goes: capacity never drops.
                RollingUpdate = new V1RollingUpdateDeployment { MaxUnavailable = 0, MaxSurge = 1 },
            },
            Template = PodTemplateBuilder.Build(app, workload, image),
        },
    };
}
