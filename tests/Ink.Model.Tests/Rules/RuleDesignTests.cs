using System.Reflection;
using System.Text.RegularExpressions;
using Ink.Model.Rules;

namespace Ink.Model.Tests.Rules;

/// <summary>
/// Holds the catalogue against the table of the design (<c>design/rules.md</c> beside the folder of <c>INK_SCHEMAS</c>), and the tests against
/// the catalogue. What is not there yet is named here, and has to be taken off when it comes.
/// </summary>
public partial class RuleDesignTests
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Multiline;

    // Waiting comes with a verb of its own.
    private static readonly string[] NotThereYet = ["INK4013"];

    private static readonly string[] NotTestedYet = [];

    // What the design has no row for: any other failure, files that cannot be read, what transforms do, what is said of an image, and by which Ink;
    // what a push finds in the GitOps repository.
    private static readonly string[] BeyondTheDesign = ["INK1016", "INK4000", "INK4014", "INK4015", "INK4017", "INK4018", "INK4019", "INK4020", "INK4021"];

    private static string Design { get; } = Path.GetFullPath(Path.Combine(
        Environment.GetEnvironmentVariable("INK_SCHEMAS") is { Length: > 0 } schemas ? schemas : RepositoryRoot.Combine("..", "shared", "schemas"), "..", "design", "rules.md"));

    [SkippableFact]
    public void Every_row_of_the_design_is_in_the_catalogue_and_every_rule_in_the_design()
    {
        var rows = Rows();

        Assert.Equal(NotThereYet, rows.Select(row => row.Id).Except(RuleCatalogue.All.Select(rule => rule.Id)));
        Assert.Equal(BeyondTheDesign, RuleCatalogue.All.Select(rule => rule.Id).Except(rows.Select(row => row.Id)));
    }

    [SkippableFact]
    public void Titles_and_severities_are_those_of_the_design()
    {
        var expected = Rows().Where(row => !NotThereYet.Contains(row.Id)).Select(row => $"{row.Id} {row.Severity}: {row.Title}");

        // What the table adds in brackets explains a title, and is no part of it.
        Assert.Equal(expected, RuleCatalogue.All.Where(rule => !BeyondTheDesign.Contains(rule.Id)).Select(rule => $"{rule.Id} {SeverityOf(rule)}: {rule.Title}"));
    }

    [Fact]
    public void Every_rule_is_in_a_test()
    {
        var tests = TestSources();
        var fields = typeof(RuleCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.GetValue(null) is Rule).ToDictionary(field => ((Rule)field.GetValue(null)!).Id, field => field.Name);

        Assert.Equal(NotTestedYet, RuleCatalogue.All.Select(rule => rule.Id).Where(id => !Regex.IsMatch(tests, $@"\b({id}|RuleCatalogue\.{fields[id]})\b", Options)));
    }

    private static string SeverityOf(Rule rule)
    {
        var severity = rule.Severity.ToString().ToLowerInvariant();
        return rule.DeploySeverity == rule.Severity ? severity : $"{severity}; {rule.DeploySeverity.ToString().ToLowerInvariant()} at deploy";
    }

    private static List<(string Id, string Title, string Severity)> Rows()
    {
        Skip.IfNot(File.Exists(Design), $"No design in {Design}; set INK_SCHEMAS.");
        var rows = Row().Matches(File.ReadAllText(Design)).Select(match => (match.Groups[1].Value, Plain(match.Groups[2].Value), match.Groups[3].Value)).ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static string Plain(string title) => Remark().Replace(title, "").Replace("`", "", StringComparison.Ordinal).Trim();

    // Lists of ids that are about no rule's behaviour are no tests of it.
    private static string TestSources() => string.Join('\n', Directory
        .EnumerateFiles(RepositoryRoot.Combine("tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Where(file => Path.GetFileName(file) is not ("RuleDesignTests.cs" or "RuleCatalogueTests.cs" or "RulePageTests.cs"))
        .Select(File.ReadAllText));

    [GeneratedRegex(@"^\| (INK\d{4}) \| (.*?) \| (.*?) \|", Options)]
    private static partial Regex Row();

    [GeneratedRegex(@" \([^)]*\)", Options)]
    private static partial Regex Remark();
}
