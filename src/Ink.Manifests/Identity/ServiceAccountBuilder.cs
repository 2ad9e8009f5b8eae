using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Identity;

/// <summary>The account that all workloads of the app run as.</summary>
internal static class ServiceAccountBuilder
{
    // EKS, "IAM roles for service accounts": the webhook mounts a token of its own, so the default one can stay off.
    private const string RoleArn = "eks.amazonaws.com/role-arn";

    public static V1ServiceAccount Build(AppSpec app, ContainerImage image)
    {
        var metadata = ObjectMetadata.Create(app, app.Name, LabelsOf(app, image), SyncWave.Prerequisites);
        if (app.IamRole is { Length: > 0 } role)
            metadata.Annotate(RoleArn, role);

        return new V1ServiceAccount
        {
            ApiVersion = "v1",
            Kind = "ServiceAccount",
            Metadata = metadata,
            AutomountServiceAccountToken = false,
        };
    }

    // Argo CD does not count hooks when it looks for differences. Where an app is nothing but hooks, something else has to change with
    // every deploy, or none of them would ever run again.
    private static Dictionary<string, string> LabelsOf(AppSpec app, ContainerImage image) =>
        app.Workloads.All(workload => workload.Kind == WorkloadKind.Job) ? Labels.Of(app, image) : Labels.Of(app);
}
