using System.Globalization;
using Ink.Model.Declarations;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK2014: listening below 1024 needs a right that an app without root has only on newer container runtimes.</summary>
public static class PrivilegedPort
{
    private const int FirstFree = 1024;

    /// <summary>The judgement itself.</summary>
    public static bool IsPrivileged(int port) => port is > 0 and < FirstFree;

    internal static IEnumerable<Breach> Judge(WorkloadFacts workload) =>
        from container in workload.Pod.Containers
        from port in container.Ports
        where IsPrivileged(port.Number)
        select new Breach(
            RuleCatalogue.PrivilegedPort,
            $"{container.Path}.ports",
            $"{Named.Container(workload, container)} listens on port {port.Number.ToString(CultureInfo.InvariantCulture)}, which only root may everywhere",
            "Listen on 8080 or another port from 1024, and let the Service translate.")
        {
            Source = Hint(container, port),
        };

    private static SourceHint Hint(ContainerFacts container, PortFacts port) => container.Kind == ContainerKind.App
        ? port.Name switch
        {
            "health" => new SourceHint(AttributeKind.Health, "Port", "Write Port = 8080 or another one from 1024."),
            "metrics" => new SourceHint(AttributeKind.Metrics, "Port", "Write a Port from 1024; 9090 is usual."),
            _ => new SourceHint(null, "Port", "Leave Port out (8080), or take another one from 1024; the ingress serves 443 all the same."),
        }
        : new SourceHint(AttributeKind.Sidecar, "Port", "Take a Port from 1024.", Key: container.Name);
}
