using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Policy;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Tests.Support;

namespace Ink.Model.Tests.Rules;

public class SeverityTests
{
    private static readonly Declaration[] Single = [Declare.Web(("Replicas", 1)), Declare.Resources(("Cpu", "100m"), ("Memory", "128Mi")), Declare.Attribute("Health")];

    [Theory]
    [InlineData("INK1009", PolicyProfile.Baseline, RuleSeverity.Warning)]
    [InlineData("INK1009", PolicyProfile.Strict, RuleSeverity.Error)]
    [InlineData("INK1009", PolicyProfile.None, RuleSeverity.None)]
    [InlineData("INK1004", PolicyProfile.Strict, RuleSeverity.Warning)]
    [InlineData("INK1003", PolicyProfile.Strict, RuleSeverity.None)]
    [InlineData("INK2001", PolicyProfile.None, RuleSeverity.None)]
    [InlineData("INK1014", PolicyProfile.None, RuleSeverity.Error)]
    [InlineData("INK0003", PolicyProfile.None, RuleSeverity.Error)]
    [InlineData("INK0001", PolicyProfile.Strict, RuleSeverity.Warning)]
    [InlineData("INK4014", PolicyProfile.Strict, RuleSeverity.Warning)]
    public void A_policy_weighs_the_rules_that_are_its_own(string id, PolicyProfile profile, RuleSeverity expected) =>
        Assert.Equal(expected, PolicyProfiles.SeverityOf(RuleCatalogue.All.Single(rule => rule.Id == id), profile));

    [Fact]
    public void What_a_project_says_of_a_rule_wins_over_its_policy()
    {
        var settings = new RuleSettings(PolicyProfile.Strict, new EquatableArray<RuleSetting>([new("INK1009", RuleSeverity.Info)]));

        Assert.Equal(RuleSeverity.Info, settings.SeverityOf(RuleCatalogue.SingleReplica));
        Assert.Equal(RuleSeverity.Error, settings.SeverityOf(RuleCatalogue.MemoryLimit));
    }

    [Fact]
    public void A_rule_that_is_raised_to_an_error_leaves_no_spec()
    {
        var resolved = Resolve(RuleSeverity.Error);

        Assert.Equal(RuleSeverity.Error, Assert.Single(resolved.Findings).Severity);
        Assert.Null(resolved.Spec);
    }

    [Fact]
    public void A_rule_that_is_switched_off_is_not_reported()
    {
        var resolved = Resolve(RuleSeverity.None);

        Assert.Empty(resolved.Findings);
        Assert.NotNull(resolved.Spec);
    }

    [Fact]
    public void An_error_that_a_project_lowers_lets_the_app_be_rendered()
    {
        var model = new AppModel("Shop", IsAspNetCore: true, MapsHealth: true, new EquatableArray<Declaration>([Declare.Resources(("Cpu", "lots"))]))
        {
            Rules = new EquatableArray<RuleSetting>([new("INK0003", RuleSeverity.Warning)]),
        };

        var resolved = AppResolver.Resolve(model, new ResolutionContext("dev"));

        Assert.Contains(resolved.Findings, finding => finding.Rule == RuleCatalogue.InvalidQuantity && finding.Severity == RuleSeverity.Warning);
        Assert.Equal("100m", resolved.Spec!.Web!.Resources.Cpu.Text);
    }

    [Fact]
    public void A_policy_that_there_is_not_is_an_error_that_names_those_there_are()
    {
        var finding = Assert.Single(new Project { Policy = "Lenient" }.In("dev").Resolve(Single).Findings, finding => finding.Rule == RuleCatalogue.MissingReference);

        Assert.Equal("InkPolicy: there is no policy \"Lenient\". Write Baseline, Strict or None.", finding.Message);
    }

    private static ResolvedApp Resolve(RuleSeverity severity) => AppResolver.Resolve(
        new AppModel("Shop", IsAspNetCore: true, MapsHealth: true, Single.ToEquatableArray())
        {
            Rules = new EquatableArray<RuleSetting>([new("INK1004", RuleSeverity.None), new("INK1009", severity)]),
        },
        new ResolutionContext("production"));
}
