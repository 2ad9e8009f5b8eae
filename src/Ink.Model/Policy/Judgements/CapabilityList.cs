using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK2003: an app needs none of the rights that make up root.</summary>
public static class CapabilityList
{
    // The one that the Pod Security Standard "restricted" lets be added back.
    private const string Allowed = "NET_BIND_SERVICE";
    private const string All = "ALL";

    /// <summary>The judgement itself, on one capability that is added.</summary>
    public static bool IsAllowed(string capability) => WithoutPrefix(capability) == Allowed;

    /// <summary>The judgement itself, on those that are dropped.</summary>
    public static bool DropsAll(IEnumerable<string> dropped) => dropped.Any(capability => string.Equals(capability, All, StringComparison.OrdinalIgnoreCase));

    internal static IEnumerable<Breach> Judge(WorkloadFacts workload)
    {
        foreach (var container in workload.Pod.Containers)
        {
            foreach (var capability in container.Security.Added.Where(capability => !IsAllowed(capability)))
            {
                yield return new Breach(
                    RuleCatalogue.Capabilities,
                    $"{container.Path}.securityContext.capabilities.add",
                    $"{Named.Container(workload, container)} adds the capability {capability}",
                    $"Remove it; {Allowed} alone may be added.");
            }

            if (!DropsAll(container.Security.Dropped))
            {
                yield return new Breach(
                    RuleCatalogue.Capabilities,
                    $"{container.Path}.securityContext.capabilities.drop",
                    $"{Named.Container(workload, container)} does not drop {All} capabilities",
                    $"Write drop: [{All}].");
            }
        }
    }

    private static string WithoutPrefix(string capability) =>
        capability.StartsWith("CAP_", StringComparison.OrdinalIgnoreCase) ? capability.Substring(4).ToUpperInvariant() : capability.ToUpperInvariant();
}
