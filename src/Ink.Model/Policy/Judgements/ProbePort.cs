using System.Globalization;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK1007: a probe of a port that the container does not name is a typing mistake, and the pod never becomes ready.</summary>
internal static class ProbePort
{
    public static IEnumerable<Breach> Judge(WorkloadFacts workload) =>
        from container in workload.Pod.Containers
        // A container that names no port at all may still listen on one: then only names can be wrong.
        from probe in new[]
        {
            (Field: "startupProbe", Facts: container.Startup), (Field: "readinessProbe", Facts: container.Readiness), (Field: "livenessProbe", Facts: container.Liveness),
        }
        where probe.Facts?.Port is { } port && !IsExposed(container, port)
        select new Breach(
            RuleCatalogue.ProbePort,
            $"{container.Path}.{probe.Field}",
            $"{Named.Container(workload, container)} is probed on port {probe.Facts!.Port}, which is none of its ports ({Ports(container)})",
            "Name the port in ports, or probe one that is there.");

    private static bool IsExposed(ContainerFacts container, string port) =>
        int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? container.Ports.Count == 0 || container.Ports.Any(candidate => candidate.Number == number)
            : container.Ports.Any(candidate => candidate.Name == port);

    private static string Ports(ContainerFacts container) =>
        container.Ports.Count == 0 ? "it has none" : string.Join(", ", container.Ports.Select(port => port.Number.ToString(CultureInfo.InvariantCulture)));
}
