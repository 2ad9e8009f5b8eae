using Ink.Model.Policy.Facts;

namespace Ink.Model.Policy;

/// <summary>How messages name things.</summary>
internal static class Named
{
    /// <summary><c>Deployment "shop"</c>, <c>workload "web"</c>.</summary>
    public static string Of(WorkloadFacts workload) => $"{workload.Kind} \"{workload.Name}\"";

    /// <summary>The container, and its workload where that does not follow from it.</summary>
    public static string Container(WorkloadFacts workload, ContainerFacts container) =>
        container.Name == workload.Name ? Of(workload) : $"the container \"{container.Name}\" of {Of(workload)}";
}
