using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK2002: a privileged container owns its node, and one that may escalate can become root.</summary>
public static class Privileges
{
    /// <summary>The judgement itself, on <c>allowPrivilegeEscalation</c>: unless told, Kubernetes lets it.</summary>
    public static bool MayEscalate(bool? allowsEscalation) => allowsEscalation != false;

    internal static IEnumerable<Breach> Judge(WorkloadFacts workload)
    {
        foreach (var container in workload.Pod.Containers)
        {
            if (container.Security.Privileged)
            {
                yield return new Breach(
                    RuleCatalogue.Privileged, $"{container.Path}.securityContext.privileged", $"{Named.Container(workload, container)} is privileged", "Remove privileged.");
            }
            else if (MayEscalate(container.Security.AllowsEscalation))
            {
                yield return new Breach(
                    RuleCatalogue.Privileged,
                    $"{container.Path}.securityContext.allowPrivilegeEscalation",
                    $"{Named.Container(workload, container)} may gain more privileges than it starts with",
                    "Write allowPrivilegeEscalation: false.");
            }
        }
    }
}
