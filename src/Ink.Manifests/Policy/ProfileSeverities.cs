using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Manifests.Policy;

/// <summary>The severities of the catalogue, as a profile (<c>InkPolicy</c>) takes them.</summary>
/// <param name="profile">Strict makes errors of warnings and warnings of infos; None switches all off that Kubernetes would not refuse.</param>
public sealed class ProfileSeverities(PolicyProfile profile) : IRuleSeverities
{
    /// <inheritdoc/>
    public RuleSeverity SeverityOf(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return PolicyProfiles.SeverityOf(rule, profile, atDeploy: true);
    }
}
