using Ink.Model.Rules;

namespace Ink.Model.Secrets;

/// <summary>A secret in a text: what it is and where, never what it says.</summary>
/// <param name="Rule">INK3001, INK3002, INK3003, INK3004 or INK3007.</param>
/// <param name="Format">What kind of credential it is, as a noun: <c>GitHub token</c>.</param>
/// <param name="Start">Where in the scanned text the secret begins.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="Shown">What may be shown of it: <c>"ghp_…" (40 characters)</c>.</param>
/// <param name="Weight">How sure it is that the secret opens anything.</param>
public sealed record SecretFinding(Rule Rule, string Format, int Start, int Length, string Shown, SecretWeight Weight = SecretWeight.Full)
{
    /// <summary>How much it weighs in the editor and the compiler.</summary>
    /// <param name="isTest">Whether it stands in a test project.</param>
    public RuleSeverity SeverityIn(bool isTest) => IsLight(isTest) ? RuleSeverity.Info : Rule.Severity;

    /// <summary>How much it weighs in a deploy, which a test project has none of.</summary>
    public RuleSeverity DeploySeverity => IsLight(isTest: false) ? RuleSeverity.Info : Rule.DeploySeverity;

    /// <summary>The same, of another rule: settings files have one of their own.</summary>
    internal SecretFinding Under(Rule rule) => this with { Rule = rule };

    private bool IsLight(bool isTest) => Weight == SecretWeight.TestKey || (isTest && Weight == SecretWeight.OftenInTests);
}
