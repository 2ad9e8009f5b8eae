using Ink.Model.Rules;

namespace Ink.Manifests.Policy;

/// <summary>Decides how much findings weigh.</summary>
public interface IRuleSeverities
{
    /// <summary>The severity of a rule; <see cref="RuleSeverity.None"/> switches it off.</summary>
    RuleSeverity SeverityOf(Rule rule);

    /// <summary>Why a finding is accepted; <see langword="null"/> where it is not.</summary>
    string? SuppressionOf(PolicyFinding finding) => null;

    /// <summary>The last day on which a finding was accepted; <see langword="null"/> where it never was, or still is.</summary>
    string? EndOfSuppression(PolicyFinding finding) => null;
}
