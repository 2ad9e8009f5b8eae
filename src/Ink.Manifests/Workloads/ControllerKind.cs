using Ink.Model.Specs;

namespace Ink.Manifests.Workloads;

/// <summary>The kind of object that keeps a workload running, which scalers refer to.</summary>
internal static class ControllerKind
{
    /// <summary>The API version of both kinds.</summary>
    public const string ApiVersion = "apps/v1";

    public static string Of(WorkloadSpec workload) => workload.IsStateful ? "StatefulSet" : "Deployment";
}
