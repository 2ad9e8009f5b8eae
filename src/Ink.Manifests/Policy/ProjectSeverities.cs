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
    private const string ByPragma = "#pragma warning disable";

    /// <inheritdoc/>
    public RuleSeverity SeverityOf(Rule rule) => app.Settings.SeverityOf(rule, atDeploy: true);

    /// <inheritdoc/>
    public string? SuppressionOf(PolicyFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var workload = WorkloadOf(finding.Name)?.Name;
        // What was suppressed where it was written is the same matter where it is rendered.
        return app.Suppressions.ReasonFor(finding.Rule, workload)
            ?? (app.Suppressed.Any(suppressed => suppressed.Rule == finding.Rule && (suppressed.Workload is null || suppressed.Workload == workload)) ? ByPragma : null);
    }

    // The objects of a workload are called like it, or begin so; of two that fit the longer name is meant.
    private WorkloadSpec? WorkloadOf(string objectName) => app.Draft.Workloads
        .Where(workload => objectName == workload.ObjectName || objectName.StartsWith($"{workload.ObjectName}-", StringComparison.Ordinal))
        .MaxBy(workload => workload.ObjectName.Length);
}
