using Ink.Model.Declarations;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>
/// INK1002: without a limit one leak takes its neighbours down; with one far above the request the node is overbooked, and the kernel
/// picks who dies.
/// </summary>
internal static class MemoryLimit
{
    // Above this the request no longer says what the container needs.
    private const decimal MostTimesRequest = 4;

    public static IEnumerable<Breach> Judge(WorkloadFacts workload)
    {
        foreach (var container in workload.Pod.Containers.Where(container => container.Kind != ContainerKind.Ephemeral))
        {
            var resources = container.Resources;
            var path = $"{container.Path}.resources.limits.memory";
            if (resources.MemoryLimit is not { } limit)
            {
                yield return new Breach(
                    RuleCatalogue.MemoryLimit, path, $"{Named.Container(workload, container)} has no memory limit", "Write resources.limits.memory, the same as the request.");
            }
            else if (resources.Memory is { } request && limit.Value > request.Value * MostTimesRequest)
            {
                yield return new Breach(
                    RuleCatalogue.MemoryLimit,
                    path,
                    $"{Named.Container(workload, container)} may use {limit.Text} of memory and requests {request.Text}, which is less than a quarter",
                    "Raise the request, or lower the limit.")
                {
                    // A sidecar has no limit of its own in source: it is what it requests.
                    Source = container.Kind != ContainerKind.App ? null : new SourceHint(AttributeKind.Resources, "MemoryLimit", "Raise Memory, or lower MemoryLimit; without MemoryLimit the limit is Memory."),
                };
            }
        }
    }
}
