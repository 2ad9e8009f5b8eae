using Ink.Manifests.Policy;
using Ink.Model.Rules;
using Ink.Tasks.Policy;

namespace Ink.Tasks.Tests.Policy;

/// <summary>What several environments have in common is told once.</summary>
public sealed class PolicyReportTests
{
    private static readonly PolicyFinding Root = new(
        RuleCatalogue.RootUser, RuleSeverity.Error, "deployment-shop.yaml", 12, "Deployment", "shop", "shop", "spec", "It runs as root.", "dev");

    private static readonly PolicyFinding Limit = Root with { Rule = RuleCatalogue.MemoryLimit, Severity = RuleSeverity.Warning, Message = "No limit.", Environment = "production" };

    [Fact]
    public void A_finding_of_two_environments_is_one_line_that_names_both()
    {
        var report = new PolicyReport([Root, Root with { Environment = "production", Line = 14 }, Limit]);
        Assert.Equal(
            [
                "deployment-shop.yaml: Deployment/shop: INK2001: It runs as root. (dev, production)",
                "deployment-shop.yaml: Deployment/shop: INK1002: No limit. (production)",
            ],
            report.Entries.Select(entry => entry.ToString()));
        Assert.Equal((1, 1, "1 error and 1 warning"), (report.Errors, report.Warnings, report.ToString()));
    }

    [Fact]
    public void The_table_has_a_line_an_environment()
    {
        var report = new PolicyReport([Root, Root with { Environment = "production" }, Limit]);
        Assert.Equal(
            [
                "environment  errors  warnings",
                "dev               1         0",
                "staging           0         0",
                "production        1         1",
            ],
            report.Table(["dev", "staging", "production"]));
    }

    [Fact]
    public void What_is_accepted_counts_nowhere()
    {
        var report = new PolicyReport([Root with { Suppression = "known" }]);
        Assert.Equal((0, "no findings"), (report.Errors, report.ToString()));
        Assert.Single(report.Entries);
    }
}
