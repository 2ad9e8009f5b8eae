using System.Globalization;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK0006 within one pod: of two things with one name Kubernetes refuses both, or keeps either.</summary>
internal static class DuplicateNames
{
    public static IEnumerable<Breach> Judge(WorkloadFacts workload)
    {
        var pod = workload.Pod;
        return Of(pod.Containers.Select(container => (container.Name, container.Path)), name => $"two containers of {Named.Of(workload)} are called \"{name}\"")
            .Concat(Of(pod.Volumes.Select(volume => (volume.Name, volume.Path)), name => $"two volumes of {Named.Of(workload)} are called \"{name}\""))
            .Concat(pod.Containers.SelectMany(container => Of(
                container.Variables.Select(variable => (variable.Name, variable.Path)),
                name => $"{Named.Container(workload, container)} has the variable {name} twice")))
            .Concat(Of(Ports(workload), port => $"two ports of {Named.Of(workload)} are {port}"));
    }

    // The containers of a pod share one network, and so their ports. An init container is gone before the others start.
    private static IEnumerable<(string Name, string Path)> Ports(WorkloadFacts workload) =>
        from container in workload.LongRunning
        from port in container.Ports
        select ($"{port.Number.ToString(CultureInfo.InvariantCulture)}/{port.Protocol}", $"{container.Path}.ports");

    private static IEnumerable<Breach> Of(IEnumerable<(string Name, string Path)> items, Func<string, string> problem) => items
        .GroupBy(item => item.Name, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => new Breach(RuleCatalogue.DuplicateName, group.Last().Path, problem(group.Key), "Rename or remove one of the two."));
}
