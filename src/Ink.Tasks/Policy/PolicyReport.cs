using Ink.Manifests.Policy;
using Ink.Model.Rules;

namespace Ink.Tasks.Policy;

/// <summary>What the policy found, of one environment or several: what several have in common is told once.</summary>
internal sealed class PolicyReport
{
    private readonly List<Entry> _entries;

    /// <param name="findings">The findings of all environments, one after the other.</param>
    public PolicyReport(IEnumerable<PolicyFinding> findings) =>
        _entries = [.. findings.GroupBy(finding => finding with { Environment = null, Line = 0 }).Select(group => new Entry(group.First(), [.. group.Select(finding => finding.Environment).OfType<string>()]))];

    /// <summary>The findings, each once, with the environments that it is of.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>How many are errors that nobody accepts.</summary>
    public int Errors => Count(RuleSeverity.Error);

    /// <summary>How many are warnings that nobody accepts.</summary>
    public int Warnings => Count(RuleSeverity.Warning);

    /// <summary>The findings of a severity that nobody accepts.</summary>
    public IEnumerable<Entry> Of(RuleSeverity severity) => _entries.Where(entry => entry.Finding.Severity == severity && entry.Finding.Suppression is null);

    /// <summary>The closing table: a line an environment.</summary>
    public IReadOnlyList<string> Table(IReadOnlyList<string> environments)
    {
        const string Head = "environment";
        var width = environments.Append(Head).Max(name => name.Length);
        return
        [
            $"{Head.PadRight(width)}  errors  warnings",
            .. environments.Select(name => $"{name.PadRight(width)}  {In(name, RuleSeverity.Error),6}  {In(name, RuleSeverity.Warning),8}"),
        ];
    }

    /// <summary>The counts in words: <c>2 errors and 1 warning</c>.</summary>
    public override string ToString() => (Errors, Warnings) switch
    {
        (0, 0) => "no findings",
        (0, var warnings) => Words(warnings, "warning"),
        (var errors, 0) => Words(errors, "error"),
        var (errors, warnings) => $"{Words(errors, "error")} and {Words(warnings, "warning")}",
    };

    /// <summary><c>1 error</c>, <c>2 errors</c>.</summary>
    internal static string Words(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private int Count(RuleSeverity severity) => Of(severity).Count();

    private int In(string environment, RuleSeverity severity) => Of(severity).Count(entry => entry.Environments.Contains(environment));

    /// <summary>A finding, and the environments that it is of; none for manifests from elsewhere.</summary>
    internal sealed record Entry(PolicyFinding Finding, IReadOnlyList<string> Environments)
    {
        /// <summary>One line: <c>file: Kind/name: INKnnnn: message (dev, production)</c>.</summary>
        public override string ToString() => Environments.Count == 0 ? Finding.ToString() : $"{Finding} ({string.Join(", ", Environments)})";
    }
}
