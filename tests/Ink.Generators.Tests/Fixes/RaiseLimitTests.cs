using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK0004.</summary>
public sealed class RaiseLimitTests
{
    [Theory]
    [InlineData("""[assembly: Resources(Cpu = {|INK0004:"2"|}, CpuLimit = /* old */ "1")]""", """[assembly: Resources(Cpu = "2", CpuLimit = /* old */ "2")]""", "Raise CpuLimit to \"2\"")]
    [InlineData("""[assembly: Resources(MemoryLimit = "1Gi", Memory = {|INK0004:"2" + "Gi"|})]""", """[assembly: Resources(MemoryLimit = "2" + "Gi", Memory = "2" + "Gi")]""", "Raise MemoryLimit to \"2Gi\"")]
    public Task Raises_the_limit_to_the_request(string before, string after, string title) => AnalyzerTest.CheckFix<RaiseLimitCodeFix>(before, after, title);

    [Fact]
    public Task Raises_all_at_once() =>
        AnalyzerTest.CheckFix<RaiseLimitCodeFix>(
            """[assembly: Resources(Cpu = {|INK0004:"2"|}, CpuLimit = "1", Memory = {|INK0004:"2Gi"|}, MemoryLimit = "1Gi")]""",
            """[assembly: Resources(Cpu = "2", CpuLimit = "2", Memory = "2Gi", MemoryLimit = "2Gi")]""");

    [Fact]
    public async Task Leaves_alone_limits_that_another_layer_sets()
    {
        const string attributes = """[assembly: Resources(Cpu = {|INK0004:"2"|})] [assembly: Resources(CpuLimit = "1", Environment = "production")]""";
        await AnalyzerTest.CheckFix<RaiseLimitCodeFix>(attributes, attributes);
    }
}
