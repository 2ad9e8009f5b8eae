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
    public static RuleSeverity SeverityOf(Rule rule, PolicyProfile profile)
    {
        var isOfPolicy = string.CompareOrdinal(rule.Id, FirstOfPolicy) > 0 && string.CompareOrdinal(rule.Id, LastOfPolicy) <= 0;
        return profile switch
        {
            // Wrong bounds and references to nothing are mistakes, whatever the policy.
            PolicyProfile.None when isOfPolicy => rule.MakesInvalidObjects ? rule.Severity : RuleSeverity.None,
            PolicyProfile.Strict when isOfPolicy => rule.Severity switch
            {
                RuleSeverity.Info => RuleSeverity.Warning,
                RuleSeverity.Warning => RuleSeverity.Error,
                _ => rule.Severity,
            },
            _ => rule.Severity,
        };
    }

    internal static PolicyProfile Of(ResolutionContext context, FindingCollector findings)
    {
        var name = context.Setting(InkProperty.Policy);
        if (name is null)
            return PolicyProfile.Baseline;
        if (Enum.TryParse<PolicyProfile>(name, ignoreCase: true, out var profile) && Enum.IsDefined(typeof(PolicyProfile), profile) && char.IsLetter(name[0]))
            return profile;
        findings.Add(RuleCatalogue.MissingReference, $"{InkProperty.Policy}: there is no policy \"{name}\". Write Baseline, Strict or None.");
        return PolicyProfile.Baseline;
    }
}
