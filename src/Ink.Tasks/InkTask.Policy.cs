using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Policy;

namespace Ink.Tasks;

/// <content>How tasks tell what the policy found.</content>
public abstract partial class InkTask
{
    /// <summary>Tells what the policy found, each finding under its own code; gives the report back.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="asWarnings">Whether errors are told as warnings too: for a verb that only shows.</param>
    private protected PolicyReport LogFindings(PolicyReport report, bool asWarnings = false)
    {
        foreach (var entry in report.Entries)
        {
            if (entry.Finding.Suppression is { } reason)
                Detail($"{entry} Accepted: {reason}");
            else if (entry.Finding.Severity == RuleSeverity.Error && !asWarnings)
                LogCoded(entry.Finding.Rule.Id, entry.ToString());
            else if (entry.Finding.Severity >= RuleSeverity.Warning)
                Warn(entry.Finding.Rule, entry.ToString());
            else
                Detail(entry.ToString());
        }

        return report;
    }

    /// <summary>INK4001 where there are errors, the last that a call says.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="consequence">What follows, a clause.</param>
    private protected void FailOn(PolicyReport report, string consequence)
    {
        if (report.Errors > 0)
            LogCoded(RuleCatalogue.PolicyFailed.Id, $"The policy found {PolicyReport.Words(report.Errors, "error")}, listed above. {consequence}. Mend them, or set InkPolicy or the severity of a rule.");
    }

    /// <summary>Writes SARIF where that is wanted.</summary>
    private protected void WriteReport(PolicyReport report, string path, Func<PolicyReport.Entry, string> uriOf)
    {
        if (path.Length == 0)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Masking.Mask(SarifLog.Write(report, uriOf)));
        Detail($"report written to {path}");
    }
}
