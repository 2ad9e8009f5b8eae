using System.Reflection;
using Ink.Model.Rules;

namespace Ink.Model.Tests.Rules;

public class RuleCatalogueTests
{
    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        var ids = RuleCatalogue.All.Select(rule => rule.Id).ToList();

        Assert.Equal(ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Ids_are_INK_and_four_digits() => Assert.All(RuleCatalogue.All, rule => Assert.Matches("^INK[0-9]{4}$", rule.Id));

    [Fact]
    public void Every_rule_is_in_the_list()
    {
        var fields = typeof(RuleCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Rule>();

        Assert.Equal(fields.OrderBy(rule => rule.Id, StringComparer.Ordinal), RuleCatalogue.All);
    }

    [Fact]
    public void Titles_are_unique_and_one_line_without_a_full_stop()
    {
        Assert.Equal(RuleCatalogue.All.Count, RuleCatalogue.All.Select(rule => rule.Title).Distinct(StringComparer.Ordinal).Count());
        Assert.All(RuleCatalogue.All, rule => Assert.Matches("^[A-Z][^\n]*[^.\n]$", rule.Title));
    }

    [Fact]
    public void The_help_link_ends_in_the_page_of_the_rule() =>
        Assert.All(RuleCatalogue.All, rule => Assert.EndsWith($"/docs/rules/{rule.Id}.md", rule.HelpLink, StringComparison.Ordinal));
}
