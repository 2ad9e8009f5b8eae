namespace Ink.Model.Rules;

/// <summary>One row of the catalogue.</summary>
/// <param name="Id"><c>INKnnnn</c>.</param>
/// <param name="Title">What is wrong, in one line.</param>
/// <param name="Severity">The severity unless configured.</param>
public sealed record Rule(string Id, string Title, RuleSeverity Severity)
{
    /// <summary>What breaks it, Kubernetes refuses or never gets to work: no matter of policy.</summary>
    public bool MakesInvalidObjects { get; init; }

    /// <summary>The severity in a deploy, where a warning may be too late: what is pushed stays in the history of the GitOps repository.</summary>
    public RuleSeverity DeploySeverity { get; init; } = Severity;

    /// <summary>The page about the rule.</summary>
    public string HelpLink => $"https://github.com/customink/ink/blob/main/docs/rules/{Id}.md";
}
