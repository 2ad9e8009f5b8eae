using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK2001: root in the container is root on the node, should it ever get out.</summary>
public static class RootUser
{
    /// <summary>The judgement itself: whether a container may run as root.</summary>
    public static bool MayBeRoot(bool? runAsNonRoot, long? runAsUser) => runAsUser == 0 || (runAsNonRoot != true && runAsUser is null);

    /// <summary>The judgement itself, on a user of an image: <c>root</c>, <c>0</c>, with a group behind or not.</summary>
    public static bool IsRoot(string user) => user.Split(':')[0].Trim() is "root" or "0";

    internal static IEnumerable<Breach> Judge(WorkloadFacts workload) =>
        from container in workload.Pod.Containers
        where MayBeRoot(container.Security.RunAsNonRoot, container.Security.RunAsUser)
        select new Breach(
            RuleCatalogue.RootUser,
            $"{container.Path}.securityContext.{(container.Security.RunAsUser == 0 ? "runAsUser" : "runAsNonRoot")}",
            $"{Named.Container(workload, container)} {(container.Security.RunAsUser == 0 ? "runs as root" : "may run as root")}",
            "Write runAsNonRoot: true and a numeric runAsUser above 0.");
}
