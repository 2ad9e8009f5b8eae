using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Analyzer;

/// <summary>What a property supplies, the compiler knows.</summary>
public sealed class PropertyTests
{
    private const string Budget = """[assembly: Ink.Web] [assembly: Ink.Availability(MinAvailable = {0})]""";

    [Fact]
    public Task A_budget_is_judged_by_the_replicas_of_the_project() =>
        AnalyzerTest.Check(TestProject.Web(Budget.Replace("{0}", "\"2\"", StringComparison.Ordinal)).With("InkReplicas", "3"));

    [Fact]
    public Task Without_them_by_the_default_ones() =>
        AnalyzerTest.Check(TestProject.Web(Budget.Replace("{0}", "{|INK1011:\"2\"|}", StringComparison.Ordinal)), " (in production)", ".");

    [Fact]
    public Task A_property_that_is_wrong_is_left_to_the_tasks() =>
        AnalyzerTest.Check(TestProject.Web("[assembly: Ink.Web]").With("InkReplicas", "three"));
}
