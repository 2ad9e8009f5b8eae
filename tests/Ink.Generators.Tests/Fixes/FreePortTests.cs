using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK2014.</summary>
public sealed class FreePortTests
{
    private const string Rule = "INK2014";

    [Theory]
    [InlineData("""[assembly: Web(Port = {|INK2014:80|})]""", """[assembly: Web(Port = 8080)]""")]
    [InlineData("""[assembly: Web] [assembly: Health(Port = {|INK2014:81|})]""", """[assembly: Web] [assembly: Health(Port = 8080)]""")]
    public Task Writes_8080(string before, string after) => AnalyzerTest.CheckFix<FreePortCodeFix>(before, after, "Write Port = 8080", Rule);

    [Fact]
    public Task Writes_all_at_once() =>
        AnalyzerTest.CheckFix<FreePortCodeFix>(
            """[assembly: Web(Port = {|INK2014:80|})] [assembly: Web(Port = {|INK2014:443|}, Environment = "production")]""",
            """[assembly: Web(Port = 8080)] [assembly: Web(Port = 8080, Environment = "production")]""",
            advice: Rule);

    [Fact]
    public Task Leaves_alone_probes_that_go_to_a_port_which_is_written_elsewhere() =>
        AnalyzerTest.CheckFix<FreePortCodeFix>(
            """[assembly: Web(Port = {|INK2014:80|}), Worker("emails")] [assembly: {|INK2014:Health(Ready = "/ok")|}]""",
            """[assembly: Web(Port = 8080), Worker("emails")] [assembly: Health(Ready = "/ok")]""",
            advice: Rule);

    [Fact]
    public async Task Leaves_alone_a_port_that_another_library_opens()
    {
        const string attributes = """[assembly: Web] [assembly: Metrics(Port = {|INK2014:90|})]""";
        await AnalyzerTest.CheckFix<FreePortCodeFix>(attributes, attributes, advice: Rule);
    }
}
