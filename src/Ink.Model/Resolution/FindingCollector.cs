using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Model.Resolution;

/// <summary>Gathers findings, each once.</summary>
internal sealed class FindingCollector
{
    private readonly List<Finding> _findings = [];

    public void Add(Rule rule, string message, Declaration? declaration = null, string? argument = null, string? workload = null, SourceHint? hint = null)
    {
        var finding = new Finding(rule, message, declaration, argument, workload) { Hint = hint };
        if (!_findings.Contains(finding))
            _findings.Add(finding);
    }

    /// <summary>
    /// All findings in an order that does not depend on that of the source, with the severity that the project gives them; those that it
    /// switches off among them.
    /// </summary>
    public EquatableArray<Finding> ToSorted(RuleSettings settings) =>
        _findings
            .Select(finding => finding with { Severity = settings.SeverityOf(finding) })
            .OrderBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)
            .ThenBy(finding => finding.Declaration is { } declaration ? ModelJson.Write(declaration) : "", StringComparer.Ordinal)
            .ThenBy(finding => finding.Argument, StringComparer.Ordinal)
            .ToEquatableArray();
}
