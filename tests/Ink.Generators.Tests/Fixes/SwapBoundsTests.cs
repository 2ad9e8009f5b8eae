using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK1010.</summary>
public sealed class SwapBoundsTests
{
    [Theory]
    [InlineData("""[assembly: Autoscale(Min = {|INK1010:5|}, Max = /* at most */ 2)]""", """[assembly: Autoscale(Min = 2, Max = /* at most */ 5)]""")]
    [InlineData("""[assembly: QueueScale("rabbitmq", Max = 2, Min = {|INK1010:5|})]""", """[assembly: QueueScale("rabbitmq", Max = 5, Min = 2)]""")]
    public Task Swaps_the_bounds(string before, string after) => AnalyzerTest.CheckFix<SwapBoundsCodeFix>(before, after, "Swap Min and Max");

    [Fact]
    public Task Swaps_all_at_once() =>
        AnalyzerTest.CheckFix<SwapBoundsCodeFix>(
            """
            [assembly: Web, Worker("a")]
            [assembly: Autoscale(Min = {|INK1010:5|}, Max = 2, Workload = "web")]
            [assembly: Autoscale(Min = {|INK1010:9|}, Max = 3, Workload = "a")]
            """,
            """
            [assembly: Web, Worker("a")]
            [assembly: Autoscale(Min = 2, Max = 5, Workload = "web")]
            [assembly: Autoscale(Min = 3, Max = 9, Workload = "a")]
            """);

    [Theory]
    [InlineData("""[assembly: Autoscale(Min = {|INK1010:5|})] [assembly: Autoscale(Max = 2, Environment = "dev")]""")]
    [InlineData("""[assembly: Autoscale(Min = {|INK1010:0|}, Max = 2)]""")]
    [InlineData("""[assembly: Autoscale(Cpu = {|INK1010:0|})]""")]
    public Task Leaves_alone_what_swapping_would_not_mend(string attributes) => AnalyzerTest.CheckFix<SwapBoundsCodeFix>(attributes, attributes);
}
