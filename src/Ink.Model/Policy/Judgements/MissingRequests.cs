using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK1001: the scheduler has to know what a container needs, or it puts too many on one node.</summary>
internal static class MissingRequests
{
    public static IEnumerable<Breach> Judge(WorkloadFacts workload)
    {
        foreach (var container in workload.Pod.Containers.Where(container => container.Kind != ContainerKind.Ephemeral))
        {
            var missing = Missing(container.Resources);
            if (missing.Count == 0)
                continue;
            yield return new Breach(
                RuleCatalogue.MissingRequests,
                $"{container.Path}.resources.requests",
                $"{Named.Container(workload, container)} requests no {string.Join(" and no ", missing.Select(name => name == "Cpu" ? "CPU" : "memory"))}",
                "Write resources.requests.")
            {
                Source = Hint(container, missing),
            };
        }
    }

    private static SourceHint Hint(ContainerFacts container, List<string> missing)
    {
        var arguments = string.Join(", ", missing.Select(name => $"{name} = \"{Example(name)}\""));
        var rest = $"or set {string.Join(" and ", missing.Select(name => $"InkDefault{name}"))}; until then {string.Join(" and ", missing.Select(Example))} {(missing.Count == 1 ? "is" : "are")} requested.";
        var hint = container.Kind == ContainerKind.App
            ? new SourceHint(AttributeKind.Resources, missing[0], $"Add [assembly: Resources({arguments})], {rest}")
            : new SourceHint(AttributeKind.Sidecar, missing[0], $"Add {arguments} to its [Sidecar], {rest}", Key: container.Name);
        return hint with { Missing = missing.ToEquatableArray() };
    }

    private static List<string> Missing(ResourceFacts resources)
    {
        var missing = new List<string>();
        if (resources.Cpu is null)
            missing.Add("Cpu");
        if (resources.Memory is null)
            missing.Add("Memory");
        return missing;
    }

    private static string Example(string name) => name == "Cpu" ? ResourceAmount.DefaultCpu : ResourceAmount.DefaultMemory;
}
