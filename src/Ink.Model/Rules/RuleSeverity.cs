namespace Ink.Model.Rules;

/// <summary>How much a finding weighs unless <c>.editorconfig</c> says otherwise; the names are Roslyn's and SARIF's.</summary>
public enum RuleSeverity
{
    /// <summary>Not reported; off until somebody switches it on.</summary>
    None,

    /// <summary>Shown in the editor only.</summary>
    Info,

    /// <summary>Reported; the call succeeds.</summary>
    Warning,

    /// <summary>Reported; the call fails and nothing is pushed.</summary>
    Error,
}
