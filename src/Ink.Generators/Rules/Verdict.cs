using Ink.Model.Rules;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Rules;

/// <summary>What the compiler makes, at one place, of a rule that reports an error, a warning or an information there.</summary>
internal sealed record Verdict(RuleSeverity OfError, RuleSeverity OfWarning, RuleSeverity OfInfo)
{
    /// <summary>Not reported, whatever it is.</summary>
    public static readonly Verdict Silent = new(RuleSeverity.None, RuleSeverity.None, RuleSeverity.None);

    /// <summary>
    /// What to record of it; <see langword="null"/> where the rule is left to itself.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="general">What the compiler makes of warnings in general.</param>
    public RuleSetting? ToSetting(Rule rule, ReportDiagnostic general)
    {
        if (rule.Severity == RuleSeverity.None && this == Silent)
            return null;
        // Of one mind whatever is reported: the project says what this rule weighs.
        if (OfError == OfWarning && OfWarning == OfInfo)
            return new RuleSetting(rule.Id, OfError);
        // All warnings are off, which is no word on this rule, but comes to one.
        if (OfWarning == RuleSeverity.None)
            return new RuleSetting(rule.Id, Of(rule.Severity));
        return OfWarning == RuleSeverity.Warning && general == ReportDiagnostic.Error ? new RuleSetting(rule.Id, null) : null;
    }

    /// <summary>What to record where the rule is left to itself here and not elsewhere.</summary>
    public RuleSetting ToSettingOfItsOwn(Rule rule) => new(rule.Id, OfWarning == RuleSeverity.Warning ? null : Of(rule.Severity));

    private RuleSeverity Of(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => OfError,
        RuleSeverity.Warning => OfWarning,
        RuleSeverity.Info => OfInfo,
        _ => RuleSeverity.None,
    };
}
