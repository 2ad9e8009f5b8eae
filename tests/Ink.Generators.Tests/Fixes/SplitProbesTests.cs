using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK1006.</summary>
public sealed class SplitProbesTests
{
    private const string Rule = "INK1006";

    // The generator is not at work here; what counts is the call.
    private const string Calls = "\ninternal static class Start { public static void Map(Mapper app) => app.MapInk(); }\ninternal sealed class Mapper { public void MapInk() { } }";

    [Theory]
    [InlineData("""[assembly: Health(Ready = "/ok", Live = {|INK1006:"/ok"|})]""", """[assembly: Health(Ready = "/ok")]""", "Remove Live, so that MapInk() answers at /health/live")]
    [InlineData("""[assembly: Health(PeriodSeconds = 5, Ready = "/health/live", Live = {|INK1006:"/health/live"|})]""", """[assembly: Health(PeriodSeconds = 5, Live = "/health/live")]""", "Remove Ready, so that MapInk() answers at /health/ready")]
    [InlineData("""[assembly: {|INK1006:Health(Ready = "/health/live", Port = 8081)|}]""", """[assembly: Health(Port = 8081)]""", null)]
    public Task Gives_up_the_path_that_is_no_default(string before, string after, string? title) =>
        AnalyzerTest.CheckFix<SplitProbesCodeFix>(before + Calls, after + Calls, title, Rule);

    [Fact]
    public async Task Leaves_alone_an_app_that_answers_by_itself()
    {
        const string attributes = """[assembly: Health(Ready = "/ok", Live = {|INK1006:"/ok"|})]""";
        await AnalyzerTest.CheckFix<SplitProbesCodeFix>(attributes, attributes, advice: Rule);
    }
}
