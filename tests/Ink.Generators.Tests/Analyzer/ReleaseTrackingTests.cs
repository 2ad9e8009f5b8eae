using Ink.Generators.Analysis;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Tests.Analyzer;

public sealed class ReleaseTrackingTests
{
    private static readonly string[] Files = ["AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md"];

    [Fact]
    public void The_release_files_list_the_rules_of_the_analyzer()
    {
        var listed = Files
            .SelectMany(file => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, file)))
            .Where(line => line.StartsWith("INK", StringComparison.Ordinal))
            .Select(line => string.Join(" | ", line.Split('|').Select(cell => cell.Trim())))
            .Order(StringComparer.Ordinal);

        var supported = Descriptors.All.Select(rule => $"{rule.Id} | {rule.Category} | {SeverityOf(rule)} | {rule.Title}");

        Assert.Equal(supported, listed);
    }

    [Fact]
    public void Descriptors_say_what_the_catalogue_says()
    {
        Assert.All(Descriptors.All, descriptor =>
        {
            var rule = RuleCatalogue.All.Single(rule => rule.Id == descriptor.Id);
            Assert.Equal(rule.HelpLink, descriptor.HelpLinkUri);
            Assert.Equal(rule.Severity == RuleSeverity.None ? "Disabled" : rule.Severity.ToString(), SeverityOf(descriptor));
            Assert.Same(descriptor, Descriptors.Of(rule));
        });
    }

    private static string SeverityOf(DiagnosticDescriptor rule) => rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled";
}
