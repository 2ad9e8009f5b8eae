using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK2001: root in the container is root on the node, should it ever get out.</summary>
internal static class RootUser
{
    /// <summary>The judgement itself: whether a container may run as root.</summary>
    public static bool MayBeRoot(bool? runAsNonRoot, long? runAsUser) => runAsUser == 0 || (runAsNonRoot != true && runAsUser is null);

    public static IEnumerable<Breach> Judge(WorkloadFacts workload) =>
        from container in workload.Pod.Containers
        where MayBeRoot(container.Security.RunAsNonRoot, container.Security.RunAsUser)
        select new Breach(
            RuleCatalogue.RootUser,
            $"{container.Path}.securityContext.{(container.Security.RunAsUser == 0 ? "runAsUser" : "runAsNonRoot")}",
            $"{Named.Container(workload, container)} {(container.Security.RunAsUser == 0 ? "runs as root" : "may run as root")}",
            "Write runAsNonRoot: true and a numeric runAsUser above 0.");
}
