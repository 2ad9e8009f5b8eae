using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK1009.</summary>
public sealed class RaiseReplicasTests
{
    private const string Rule = "INK1009";

    [Theory]
    [InlineData("""[assembly: Web(Replicas = {|INK1009:1|}, Environment = "production")]""", """[assembly: Web(Replicas = 2, Environment = "production")]""", "Write Replicas = 2")]
    [InlineData("""[assembly: Web(Replicas = {|INK1009:0|})]""", """[assembly: Web(Replicas = 2)]""", null)]
    [InlineData("""[assembly: Autoscale(Min = {|INK1009:1|}, Max = 5)]""", """[assembly: Autoscale(Min = 2, Max = 5)]""", "Write Min = 2")]
    [InlineData("""[assembly: Web(Replicas = 1)] [assembly: {|INK1009:Autoscale(Max = 5)|}]""", """[assembly: Web(Replicas = 1)] [assembly: Autoscale(Max = 5, Min = 2)]""", null)]
    [InlineData("""[assembly: QueueScale("rabbitmq", Min = {|INK1009:1|})]""", """[assembly: QueueScale("rabbitmq", Min = 2)]""", null)]
    public Task Asks_for_two(string before, string after, string? title) => AnalyzerTest.CheckFix<RaiseReplicasCodeFix>(before, after, title, Rule);

    [Fact]
    public async Task Leaves_alone_a_scaler_of_one_pod_at_most()
    {
        const string attributes = """[assembly: Autoscale(Min = {|INK1009:1|}, Max = 1)]""";
        await AnalyzerTest.CheckFix<RaiseReplicasCodeFix>(attributes, attributes, advice: Rule);
    }
}
