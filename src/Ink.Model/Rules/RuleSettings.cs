using Ink.Model.Collections;
using Ink.Model.Policy;

namespace Ink.Model.Rules;

/// <summary>How much each rule weighs in a project: what the project says of a rule, else what its policy makes of the catalogue.</summary>
/// <param name="Profile">The project's policy.</param>
/// <param name="Configured">What the project says of single rules.</param>
public sealed record RuleSettings(PolicyProfile Profile, EquatableArray<RuleSetting> Configured = default)
{
    /// <summary>The severities of the catalogue.</summary>
    public static RuleSettings Default { get; } = new(PolicyProfile.Baseline);

    /// <summary>How much a rule weighs.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="atDeploy">Whether something is about to be pushed, where a warning may be too late.</param>
    public RuleSeverity SeverityOf(Rule rule, bool atDeploy = false) =>
        Configured.FirstOrDefault(setting => setting.Rule == rule.Id)?.Severity ?? PolicyProfiles.SeverityOf(rule, Profile, atDeploy);
}
