using Ink.Model.Resolution;
using Ink.Model.Rules;

namespace Ink.Model.Policy;

/// <summary>Reads <c>InkPolicy</c>.</summary>
public static class PolicyProfiles
{
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
