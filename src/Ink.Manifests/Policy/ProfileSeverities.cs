using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Manifests.Policy;

/// <summary>The severities of the catalogue, as a profile (<c>InkPolicy</c>) takes them.</summary>
/// <param name="profile">Strict makes errors of warnings and warnings of infos; None switches everything off.</param>
public sealed class ProfileSeverities(PolicyProfile profile) : IRuleSeverities
{
    /// <inheritdoc/>
    public RuleSeverity SeverityOf(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return (profile, rule.Severity) switch
        {
            (PolicyProfile.None, _) => RuleSeverity.None,
            (PolicyProfile.Strict, RuleSeverity.Info) => RuleSeverity.Warning,
            (PolicyProfile.Strict, RuleSeverity.Warning) => RuleSeverity.Error,
            _ => rule.Severity,
        };
    }
}
