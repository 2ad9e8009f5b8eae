using Ink.Model.Declarations;
using Ink.Model.Collections;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Tests.Support;

namespace Ink.Model.Tests.Rules;

public class SuppressionTests
{
    private static readonly DateTime Today = new(2027, 6, 30, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_suppressed_rule_is_not_reported_and_known_to_be_suppressed()
    {
        var resolved = Resolve("production", Suppress("INK1009"));

        Assert.DoesNotContain(resolved.Findings, finding => finding.Rule == RuleCatalogue.SingleReplica);
        Assert.Contains(resolved.Suppressed, finding => finding.Rule == RuleCatalogue.SingleReplica);
    }

    [Theory]
    [InlineData("2027-06-30", true)]
    [InlineData("2027-07-01", true)]
    [InlineData("2027-06-29", false)]
    public void A_suppression_holds_until_the_end_of_its_last_day(string until, bool holds)
    {
        var findings = Resolve("production", Suppress("INK1009", ("Until", until))).Findings;

        if (holds)
            Assert.DoesNotContain(findings, finding => finding.Rule == RuleCatalogue.SingleReplica);
        else
            Assert.EndsWith($" It was suppressed until {until}.", Assert.Single(findings, finding => finding.Rule == RuleCatalogue.SingleReplica).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suppression_is_limited_to_its_environment_and_workload()
    {
        Assert.True(IsReported(Suppress("INK1009").In("staging")));
        Assert.False(IsReported(Suppress("INK1009").In("production")));
        Assert.True(IsReported(Suppress("INK1009").For("mailer")));
        Assert.False(IsReported(Suppress("INK1009").For("web")));
        Assert.True(IsReported(Suppress("INK1001")));
    }

    [Fact]
    public void A_pragma_around_the_attribute_at_fault_suppresses_what_is_said_of_it()
    {
        var web = Declare.Web(("Replicas", 1)) with { Rules = new EquatableArray<RuleSetting>([new("INK1009", RuleSeverity.None)]) };

        Assert.DoesNotContain(ResolveAll("production", web).Findings, finding => finding.Rule == RuleCatalogue.SingleReplica);
    }

    [Fact]
    public void A_suppressed_error_lets_the_app_be_rendered() =>
        Assert.NotNull(Resolve("production", Declare.Resources(("Cpu", "2"), ("CpuLimit", "1")), Suppress("INK0004")).Spec);

    [Theory]
    [InlineData("INK9999", "INK1014", "there is no rule \"INK9999\"")]
    [InlineData("INK4001", "INK0001", "INK4001 is a failure of a target")]
    [InlineData("", "INK0008", "Rule is empty")]
    public void A_rule_that_cannot_be_suppressed_is_told(string rule, string expected, string words)
    {
        var finding = Assert.Single(Resolve("dev", Suppress(rule)).Findings, finding => finding.Rule.Id == expected);

        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suppression_without_a_reason_is_an_error()
    {
        var finding = Assert.Single(
            Resolve("dev", Declare.Attribute("Suppress", ("Rule", "INK1009"), ("Reason", " "))).Findings, finding => finding.Rule == RuleCatalogue.EmptyArgument);

        Assert.Equal("[Suppress] Reason is empty. Write a value.", finding.Message);
    }

    [Theory]
    [InlineData("30.06.2027")]
    [InlineData("2027-6-30")]
    [InlineData("2027-02-30")]
    public void A_date_that_is_none_is_an_error_and_ends_nothing(string until)
    {
        var resolved = Resolve("production", Suppress("INK1009", ("Until", until)));

        Assert.Equal($"[Suppress(\"INK1009\")] Until: \"{until}\" is not a date. Write it as 2027-06-30.", Assert.Single(resolved.Findings, finding => finding.Rule == RuleCatalogue.InvalidDuration).Message);
        Assert.DoesNotContain(resolved.Findings, finding => finding.Rule == RuleCatalogue.SingleReplica);
    }

    private static Declaration Suppress(string rule, params (string, object)[] named) =>
        Declare.Attribute("Suppress", [("Rule", rule), ("Reason", "One licence."), .. named]);

    private static bool IsReported(Declaration suppress) =>
        Resolve("production", suppress).Findings.Any(finding => finding.Rule == RuleCatalogue.SingleReplica);

    private static ResolvedApp Resolve(string environment, params Declaration[] declarations) =>
        ResolveAll(environment, [Declare.Web(("Replicas", 1)), Declare.Worker("mailer"), .. declarations]);

    private static ResolvedApp ResolveAll(string environment, params Declaration[] declarations) => AppResolver.Resolve(
        new AppModel("Shop", IsAspNetCore: true, MapsHealth: true, declarations.ToEquatableArray()),
        new ResolutionContext(environment) { Today = Today });
}
