using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Identity;

/// <summary>The account that all workloads of the app run as.</summary>
internal static class ServiceAccountBuilder
{
    // EKS, "IAM roles for service accounts": the webhook mounts a token of its own, so the default one can stay off.
    private const string RoleArn = "eks.amazonaws.com/role-arn";

    public static V1ServiceAccount Build(AppSpec app)
    {
        var metadata = ObjectMetadata.Create(app, app.Name, Labels.Of(app), SyncWave.Prerequisites);
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
}
