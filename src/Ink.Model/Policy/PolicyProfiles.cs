using Ink.Model.Resolution;
using Ink.Model.Rules;

namespace Ink.Model.Policy;

/// <summary>What <c>InkPolicy</c> means.</summary>
public static class PolicyProfiles
{
    // INK0xxx is what cannot be rendered, INK4xxx what cannot be deployed: no policy is about these.
    private const string FirstOfPolicy = "INK1000";
    private const string LastOfPolicy = "INK3999";

    /// <summary>How much a rule weighs under a policy.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="profile">The policy.</param>
    /// <param name="atDeploy">Whether something is about to be pushed, where a warning may be too late.</param>
    public static RuleSeverity SeverityOf(Rule rule, PolicyProfile profile, bool atDeploy = false)
    {
        var severity = atDeploy ? rule.DeploySeverity : rule.Severity;
        var isOfPolicy = string.CompareOrdinal(rule.Id, FirstOfPolicy) > 0 && string.CompareOrdinal(rule.Id, LastOfPolicy) <= 0;
        return profile switch
        {
            // Wrong bounds and references to nothing are mistakes, whatever the policy.
            PolicyProfile.None when isOfPolicy => rule.MakesInvalidObjects ? severity : RuleSeverity.None,
            PolicyProfile.Strict when isOfPolicy => severity switch
            {
                RuleSeverity.Info => RuleSeverity.Warning,
                RuleSeverity.Warning => RuleSeverity.Error,
                _ => severity,
            },
            _ => severity,
        };
    }

    /// <summary>The profile of an environment; Baseline where nobody chose one, <see langword="null"/> where there is none of that name.</summary>
    public static PolicyProfile? Of(ResolutionContext context)
    {
        var name = context.Setting(InkProperty.Policy);
        if (name is null)
            return PolicyProfile.Baseline;
        return Enum.TryParse<PolicyProfile>(name, ignoreCase: true, out var profile) && name.All(char.IsLetter)
            ? profile
            : null;
    }

    /// <summary>What is wrong with the name of a profile; <see langword="null"/> where nothing is.</summary>
    public static string? Problem(ResolutionContext context) =>
        Of(context) is null ? $"{InkProperty.Policy}: there is no policy \"{context.Setting(InkProperty.Policy)}\". Write Baseline, Strict or None." : null;

    internal static PolicyProfile Of(ResolutionContext context, FindingCollector findings)
    {
        if (Problem(context) is { } problem)
            findings.Add(RuleCatalogue.MissingReference, problem);
        return Of(context) ?? PolicyProfile.Baseline;
    }
}
