using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Analyzer;

/// <summary>INK0013.</summary>
public sealed class WorkerTypeTests
{
    private const string Work = "protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;";

    [Theory]
    [InlineData("internal sealed class Thing;", "it does not implement IHostedService. Derive it from BackgroundService, or implement the interface.")]
    [InlineData("internal abstract class Thing : BackgroundService;", "it is abstract. Name a class that can be created.")]
    [InlineData("internal interface Thing : IHostedService;", "it is an interface. Name the class that implements it.")]
    [InlineData("file sealed class Thing : BackgroundService { " + Work + " }", "it is local to its file, where the generated code cannot see it. Remove the modifier file.")]
    public Task A_type_that_cannot_be_registered_is_reported_at_the_type(string type, string problem) =>
        AnalyzerTest.Check($"[assembly: Worker<{{|INK0013:Thing|}}>(\"thing\")]\n{type}", $"[Worker<Thing>(\"thing\")] cannot run Thing: {problem}");

    [Fact]
    public Task A_type_is_reported_where_hosting_is_not_referenced() =>
        AnalyzerTest.Check(new TestProject { References = References.Console, Sources = ["[assembly: Ink.Worker<{|INK0013:Thing|}>] internal sealed class Thing;"] });

    [Theory]
    [InlineData("internal sealed class Thing : BackgroundService { " + Work + " }")]
    [InlineData("public class Base<T> : BackgroundService { " + Work + " } internal sealed class Thing : Base<int>;")]
    public Task A_hosted_service_is_fine(string type) => AnalyzerTest.Check($"[assembly: Worker<Thing>]\n{type}");

    [Fact]
    public Task A_nested_and_a_generic_hosted_service_are_fine() =>
        AnalyzerTest.Check(
            $$"""
            [assembly: Worker<Outer.Consumer<string>>]
            internal static class Outer { internal sealed class Consumer<T> : BackgroundService { {{Work}} } }
            """);
}
