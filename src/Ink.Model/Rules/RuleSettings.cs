using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Policy;

namespace Ink.Model.Rules;

/// <summary>How much each rule weighs in a project: what the project says of a rule, else what its policy makes of the catalogue.</summary>
/// <param name="Profile">The project's policy.</param>
/// <param name="Configured">What the project says of single rules.</param>
/// <param name="Start">What differs from that where the program begins.</param>
/// <param name="WarningsAsErrors">Whether a warning is an error where the project says nothing of the rule.</param>
public sealed record RuleSettings(
    PolicyProfile Profile, EquatableArray<RuleSetting> Configured = default, EquatableArray<RuleSetting> Start = default, bool WarningsAsErrors = false)
{
    // What targets warn of once they have pushed is no reason to call the deploy a failure.
    private const string OfTargets = "INK4";

    /// <summary>The severities of the catalogue.</summary>
    public static RuleSettings Default { get; } = new(PolicyProfile.Baseline);

    /// <summary>The settings of an app under a policy.</summary>
    public static RuleSettings Of(AppModel model, PolicyProfile profile) => new(profile, model.Rules, model.Start, model.WarningsAsErrors);

    /// <summary>How much a rule weighs in the project; in a deploy some weigh more, unless the project says of them what it wants.</summary>
    public RuleSeverity SeverityOf(Rule rule, bool atDeploy = false) => Weigh(rule, Find(Configured, rule), atDeploy);

    /// <summary>How much a finding weighs at its place.</summary>
    public RuleSeverity SeverityOf(Finding finding) => Weigh(finding.Rule, Find(PlaceOf(finding), finding.Rule) ?? Find(Configured, finding.Rule), atDeploy: false);

    /// <summary>Whether a finding is switched off at its place alone, and not in the project.</summary>
    internal bool IsOffAtPlace(Finding finding) =>
        SeverityOf(finding) == RuleSeverity.None && SeverityOf(finding.Rule) != RuleSeverity.None;

    // What is about a property has no place in source, and what is about a workload that nobody declares is shown where the program begins.
    private EquatableArray<RuleSetting> PlaceOf(Finding finding) =>
        finding.Declaration?.Rules ?? (finding.Workload is null ? default : Start);

    private RuleSeverity Weigh(Rule rule, RuleSetting? setting, bool atDeploy)
    {
        if (setting?.Severity is { } configured)
            return configured;
        var severity = PolicyProfiles.SeverityOf(rule, Profile, atDeploy);
        var isRaised = WarningsAsErrors && setting is null && !rule.Id.StartsWith(OfTargets, StringComparison.Ordinal);
        return severity == RuleSeverity.Warning && isRaised ? RuleSeverity.Error : severity;
    }

    private static RuleSetting? Find(EquatableArray<RuleSetting> settings, Rule rule) => settings.FirstOrDefault(setting => setting.Rule == rule.Id);
}
