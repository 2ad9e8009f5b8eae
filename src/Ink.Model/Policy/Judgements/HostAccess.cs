using System.Globalization;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK2004: what a pod shares with its node, it can spy on or break.</summary>
public static class HostAccess
{
    /// <summary>The judgement itself, on a port's <c>hostPort</c>.</summary>
    public static bool TakesPort(int? hostPort) => hostPort is > 0;

    internal static IEnumerable<Breach> Judge(WorkloadFacts workload)
    {
        var pod = workload.Pod;
        foreach (var (field, isShared) in new[] { ("hostNetwork", pod.HostNetwork), ("hostPID", pod.HostPid), ("hostIPC", pod.HostIpc) })
        {
            if (isShared)
                yield return new Breach(RuleCatalogue.HostAccess, $"{pod.Path}.{field}", $"{Named.Of(workload)} shares its node's {Noun(field)}", $"Remove {field}.");
        }

        foreach (var volume in pod.Volumes.Where(volume => volume.Source == "hostPath"))
            yield return new Breach(RuleCatalogue.HostAccess, $"{volume.Path}.hostPath", $"the volume \"{volume.Name}\" of {Named.Of(workload)} is a folder of the node", "Use an emptyDir or a persistent volume.");

        foreach (var container in pod.Containers)
        {
            foreach (var port in container.Ports.Where(port => TakesPort(port.HostPort)))
            {
                yield return new Breach(
                    RuleCatalogue.HostAccess,
                    $"{container.Path}.ports",
                    $"{Named.Container(workload, container)} takes port {port.HostPort!.Value.ToString(CultureInfo.InvariantCulture)} of its node",
                    "Remove hostPort, and let a Service lead to the container.");
            }
        }
    }

    private static string Noun(string field) => field switch
    {
        "hostNetwork" => "network",
        "hostPID" => "process list",
        _ => "inter-process communication",
    };
}
