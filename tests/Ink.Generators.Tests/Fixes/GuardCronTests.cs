using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK1013.</summary>
public sealed class GuardCronTests
{
    private const string Rule = "INK1013";

    [Theory]
    [InlineData("""[assembly: {|INK1013:CronJob("@daily")|}]""", """[assembly: CronJob("@daily", DeadlineSeconds = 3600)]""", "Add DeadlineSeconds = 3600")]
    [InlineData("""[assembly: CronJob("a", "@daily", DeadlineSeconds = 60, Concurrency = {|INK1013:Concurrency.Allow|})]""", """[assembly: CronJob("a", "@daily", DeadlineSeconds = 60)]""", "Remove Concurrency, so that no run starts beside another")]
    public Task Guards_the_runs(string before, string after, string title) => AnalyzerTest.CheckFix<GuardCronCodeFix>(before, after, title, Rule);

    [Fact]
    public Task Guards_all_at_once() =>
        AnalyzerTest.CheckFix<GuardCronCodeFix>(
            """
            [assembly: {|INK1013:CronJob("a", "@daily")|}]
            [assembly: CronJob("a", "@hourly", Environment = "production")]
            [assembly: {|INK1013:CronJob("b", "@daily", Concurrency = {|INK1013:Concurrency.Allow|}, Retries = 1)|}]
            """,
            """
            [assembly: CronJob("a", "@daily", DeadlineSeconds = 3600)]
            [assembly: CronJob("a", "@hourly", Environment = "production")]
            [assembly: CronJob("b", "@daily", Retries = 1, DeadlineSeconds = 3600)]
            """,
            advice: Rule);
}
