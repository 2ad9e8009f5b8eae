using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Specs;

namespace Ink.Manifests.Policy;

/// <summary>
/// The severities of a project: what the compiler was told of each rule, what its policy makes of the others, and what its source suppresses.
/// </summary>
/// <param name="app">The app as it is in the environment that is judged.</param>
public sealed class ProjectSeverities(ResolvedApp app) : IRuleSeverities
{
    /// <inheritdoc/>
    public RuleSeverity SeverityOf(Rule rule) => app.Settings.SeverityOf(rule, atDeploy: true);

    /// <inheritdoc/>
    public string? SuppressionOf(PolicyFinding finding) => First(finding, app.Suppressions.ReasonFor);

    /// <inheritdoc/>
    public string? EndOfSuppression(PolicyFinding finding) => First(finding, app.Suppressions.EndOf);

    // The objects of the web workload are called like the app, as are those of the app as a whole.
    private string? First(PolicyFinding finding, Func<Rule, string?, string?> ask)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return ask(finding.Rule, WorkloadOf(finding.Name)?.Name) ?? ask(finding.Rule, null);
    }

    // The objects of a workload are called like it, or begin so; of two that fit the longer name is meant.
    private WorkloadSpec? WorkloadOf(string objectName) => app.Draft.Workloads
        .Where(workload => objectName == workload.ObjectName || objectName.StartsWith($"{workload.ObjectName}-", StringComparison.Ordinal))
        .MaxBy(workload => workload.ObjectName.Length);
}
