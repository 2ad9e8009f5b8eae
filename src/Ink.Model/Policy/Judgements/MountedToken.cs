using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK2008: an app that never talks to the API server needs no credentials for it.</summary>
internal static class MountedToken
{
    public static IEnumerable<Breach> Judge(WorkloadFacts workload) => workload.Pod.MountsToken
        ?
        [
            new Breach(
                RuleCatalogue.MountedToken,
                $"{workload.Pod.Path}.automountServiceAccountToken",
                $"{Named.Of(workload)} mounts the token of its service account",
                "Write automountServiceAccountToken: false, unless it talks to the API server."),
        ]
        : [];
}
