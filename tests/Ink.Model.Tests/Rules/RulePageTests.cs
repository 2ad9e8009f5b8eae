using Ink.Model.Rules;

namespace Ink.Model.Tests.Rules;

/// <summary>Keeps docs/rules and the catalogue together. The pages are embedded, so that a deleted one is really gone.</summary>
public class RulePageTests
{
    private const string Prefix = "rules/";
    private const string Index = "README.md";

    private static readonly Dictionary<string, string> Pages = ReadPages();

    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(
            RuleCatalogue.All.Select(rule => $"{rule.Id}.md").Append(Index).Order(StringComparer.Ordinal),
            Pages.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_begins_with_the_id_and_the_title(string id) => Assert.Equal($"# {id}: {Find(id).Title}", Lines(id)[0]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_the_severity(string id) =>
        Assert.Single(Lines(id), line => line.StartsWith($"Severity: {NameOf(Find(id).Severity)}. Reported ", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_why_what_is_wrong_what_is_right_and_how_to_suppress(string id) =>
        Assert.Equal(
            ["## Why it matters", "## Wrong", "## Right", "## How to suppress"],
            Lines(id).Where(line => line.StartsWith("## ", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_tells_only_of_its_own_setting(string id) =>
        Assert.All(
            Lines(id).Where(line => line.Contains("dotnet_diagnostic.", StringComparison.Ordinal)),
            line => Assert.StartsWith($"dotnet_diagnostic.{id}.severity = ", line, StringComparison.Ordinal));

    [Fact]
    public void The_index_lists_every_rule_with_title_and_severity() =>
        Assert.Equal(
            RuleCatalogue.All.Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {NameOf(rule.Severity)} |"),
            Pages[Index].Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal)));

    private static Rule Find(string id) => RuleCatalogue.All.Single(rule => rule.Id == id);

    private static string[] Lines(string id) => Pages[$"{id}.md"].Split('\n');

    private static string NameOf(RuleSeverity severity) => severity.ToString().ToLowerInvariant();

    private static Dictionary<string, string> ReadPages()
    {
        var assembly = typeof(RulePageTests).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
