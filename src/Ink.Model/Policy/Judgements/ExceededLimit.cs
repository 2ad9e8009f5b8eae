using Ink.Model.Policy.Facts;
using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK0004: Kubernetes refuses a container that requests more than it may use.</summary>
internal static class ExceededLimit
{
    /// <summary>The judgement itself, for whoever has the two.</summary>
    public static bool IsExceeded(Quantity? request, Quantity? limit) => request is not null && limit is not null && request > limit;

    public static IEnumerable<Breach> Judge(WorkloadFacts workload) =>
        from container in workload.Pod.Containers
        from pair in new[]
        {
            (Name: "cpu", Request: container.Resources.Cpu, Limit: container.Resources.CpuLimit),
            (Name: "memory", Request: container.Resources.Memory, Limit: container.Resources.MemoryLimit),
        }
        where IsExceeded(pair.Request, pair.Limit)
        select new Breach(
            RuleCatalogue.RequestExceedsLimit,
            $"{container.Path}.resources.requests.{pair.Name}",
            $"{Named.Container(workload, container)} requests {pair.Request!.Text} of {pair.Name} and may use {pair.Limit!.Text}",
            "Raise the limit, or lower the request.");
}
