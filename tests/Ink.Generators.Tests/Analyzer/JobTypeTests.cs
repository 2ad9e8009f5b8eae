using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Analyzer;

/// <summary>INK0013 for cron jobs and jobs.</summary>
public sealed class JobTypeTests
{
    private const string Work = "public Task RunAsync(CancellationToken stop) => Task.CompletedTask;";

    [Theory]
    [InlineData("internal sealed class Thing;", "it does not implement IInkJob. Implement the interface.")]
    [InlineData("internal sealed class Thing : BackgroundService { protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask; }", "it does not implement IInkJob. Implement the interface.")]
    [InlineData("internal abstract class Thing : IInkJob { " + Work + " }", "it is abstract. Name a class that can be created.")]
    [InlineData("internal interface Thing : IInkJob;", "it is an interface. Name the class that implements it.")]
    [InlineData("file sealed class Thing : IInkJob { " + Work + " }", "it is local to its file, where the generated code cannot see it. Remove the modifier file.")]
    public async Task A_type_that_is_no_job_is_reported_at_the_type(string type, string problem)
    {
        await AnalyzerTest.Check($"[assembly: Job<{{|INK0013:Thing|}}>(\"thing\")]\n{type}", $"[Job<Thing>(\"thing\")] cannot run Thing: {problem}");
        await AnalyzerTest.Check($"[assembly: CronJob<{{|INK0013:Thing|}}>(\"@daily\")]\n{type}", $"[CronJob<Thing>] cannot run Thing: {problem}");
    }

    [Fact]
    public Task A_job_is_no_worker() =>
        AnalyzerTest.Check($"[assembly: Worker<{{|INK0013:Thing|}}>]\ninternal sealed class Thing : IInkJob {{ {Work} }}");

    [Fact]
    public Task A_job_is_reported_where_hosting_is_not_referenced() =>
        AnalyzerTest.Check(
            new TestProject
            {
                References = References.Console,
                ExtraUsings = ["System.Threading", "System.Threading.Tasks"],
                Sources = [$"[assembly: Ink.Job<{{|INK0013:Thing|}}>] internal sealed class Thing : Ink.IInkJob {{ {Work} }}"],
            },
            "IHostedService is not referenced. Reference Microsoft.Extensions.Hosting, or use Microsoft.NET.Sdk.Web or Microsoft.NET.Sdk.Worker.");

    [Fact]
    public Task A_job_is_fine_nested_generic_or_derived() =>
        AnalyzerTest.Check(
            $$"""
            [assembly: Job<Outer.Import<string>>]
            [assembly: CronJob<Derived>("derived", "0 3 * * mon-fri", TimeZone = "Europe/Berlin")]
            internal static class Outer { internal class Import<T> : IInkJob { {{Work}} } }
            internal sealed class Derived : Outer.Import<int>;
            """);
}
