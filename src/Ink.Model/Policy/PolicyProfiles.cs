using Ink.Model.Resolution;
using Ink.Model.Rules;

namespace Ink.Model.Policy;

/// <summary>Reads <c>InkPolicy</c>.</summary>
internal static class PolicyProfiles
{
    public static PolicyProfile Of(ResolutionContext context, FindingCollector findings)
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
