using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK0003.</summary>
public sealed class RepairQuantityTests
{
    [Theory]
    [InlineData("Memory", "256m", "256Mi")]
    [InlineData("Memory", "1 GB", "1Gi")]
    [InlineData("MemoryLimit", "512mb", "512Mi")]
    [InlineData("EphemeralStorage", "2GiB", "2Gi")]
    [InlineData("Memory", "1,5g", "1.5Gi")]
    [InlineData("Cpu", "1500", "1500m")]
    [InlineData("Cpu", "250 m", "250m")]
    [InlineData("Cpu", "500M", "500m")]
    [InlineData("CpuLimit", "2 cores", "2")]
    public Task Writes_the_unit_of_Kubernetes(string argument, string before, string after) =>
        AnalyzerTest.CheckFix<RepairQuantityCodeFix>(
            $$"""[assembly: Resources({{argument}} = /* as much */ {|INK0003:"{{before}}"|})]""",
            $"""[assembly: Resources({argument} = /* as much */ "{after}")]""",
            $"Write it as \"{after}\"");

    [Fact]
    public Task Writes_all_at_once() =>
        AnalyzerTest.CheckFix<RepairQuantityCodeFix>(
            """
            [assembly: Resources(Memory = {|INK0003:"256m"|}, EphemeralStorage = {|INK0003:"1gb"|})]
            [assembly: Resources(Memory = {|INK0003:"1g"|}, Environment = "production")]
            """,
            """
            [assembly: Resources(Memory = "256Mi", EphemeralStorage = "1Gi")]
            [assembly: Resources(Memory = "1Gi", Environment = "production")]
            """);

    [Theory]
    [InlineData("""[assembly: Resources(Cpu = {|INK0003:"lots"|})]""")]
    [InlineData("""[assembly: Resources(Cpu = {|INK0003:"1Gi"|})]""")]
    [InlineData("""[assembly: Resources(Memory = {|INK0003:"-1Gi"|})]""")]
    [InlineData("""[assembly: Resources(Memory = {|INK0003:"256"|})]""")]
    [InlineData("""[assembly: Resources(Memory = {|INK0003:"99999999999999999999T"|})]""")]
    [InlineData("""[assembly: Web(Replicas = {|INK0003:-1|})]""")]
    public Task Leaves_alone_what_it_cannot_know(string attributes) => AnalyzerTest.CheckFix<RepairQuantityCodeFix>(attributes, attributes);
}
