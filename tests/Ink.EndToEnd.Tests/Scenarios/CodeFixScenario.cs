using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary><c>dotnet format analyzers</c> mends with the fixes of the package what its rules report.</summary>
public sealed class CodeFixScenario(ITestOutputHelper output) : Scenario(output)
{
    // dotnet format takes fixes in no order. INK1006 can be mended once MapInk() is called, and INK1004 adds to what INK1001 wrote.
    private static readonly string[] First = ["INK1001", "INK1005", "INK1008"];
    private static readonly string[] Then =
    [
        "INK0001", "INK0002", "INK0003", "INK0004", "INK0006", "INK0007", "INK0013",
        "INK1002", "INK1004", "INK1006", "INK1009", "INK1010", "INK1013", "INK2014",
    ];

    private const string Classes = """

        internal sealed class Report : IInkJob
        {
            public Task RunAsync(CancellationToken stop) => Task.CompletedTask;
        }

        """;

    private const string Broken = $"""
        using Ink;

        [assembly: App("My Shop")] // till
        [assembly: Web(Port = 80)]
        [assembly: Web(Replicas = 1, Environment = "production")]
        [assembly: Worker<Emails>]
        [assembly: CronJob<Report>("@daily", Concurrency = Concurrency.Allow)]

        [assembly: Resources(Cpu = "2", CpuLimit = "1", Memory = "256m", Workload = "web")]
        [assembly: Resources(Memory = "256Mi", MemoryLimit = "8Gi", Workload = "emails")]
        [assembly: Autoscale(Min = 5, Max = 2, Workload = "emails")]
        [assembly: Health(Ready = "/ok", Live = "/ok")]
        [assembly: EnvironmentVariable("INK_ROLE", "web")]
        [assembly: EnvironmentVariable("CURRENCY", "EUR")]
        [assembly: EnvironmentVariable("CURRENCY", "EUR")]
        [assembly: Secret("TOKEN", Workload = "emials")]

        var builder = WebApplication.CreateBuilder(args);

        var app = builder.Build();
        app.MapGet("/", () => "Hello");
        app.Run();

        internal sealed class Emails;
        {Classes}
        """;

    private const string Mended = $$"""
        using Ink;

        [assembly: App("my-shop")] // till
        [assembly: Web(Port = 8080)]
        [assembly: Web(Replicas = 2, Environment = "production")]
        [assembly: Worker<Emails>]
        [assembly: CronJob<Report>("@daily", DeadlineSeconds = 3600)]

        [assembly: Resources(Cpu = "2", CpuLimit = "2", Memory = "256Mi", Workload = "web")]
        [assembly: Resources(Memory = "256Mi", Workload = "emails", Cpu = "100m")]
        [assembly: Autoscale(Min = 2, Max = 5, Workload = "emails")]
        [assembly: Health(Ready = "/ok")]
        [assembly: EnvironmentVariable("CURRENCY", "EUR")]
        [assembly: Resources(Cpu = "100m", Memory = "256Mi", EphemeralStorage = "1Gi")]

        var builder = WebApplication.CreateBuilder(args);

        builder.AddInk();
        var app = builder.Build();
        app.MapInk();
        app.MapGet("/", () => "Hello");
        app.Run();

        internal sealed class Emails : BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken stoppingToken)
            {
        #warning Emails does nothing yet: write its work into ExecuteAsync.
                return Task.CompletedTask;
            }
        }
        {{Classes}}
        """;

    [Fact]
    public async Task Dotnet_format_mends_a_program_full_of_mistakes()
    {
        var workspace = await NewProject(Broken);
        (await workspace.Dotnet("build")).Failed("INK0002");

        foreach (var rules in new[] { First, Then })
            (await workspace.Dotnet(["format", "analyzers", "--severity", "info", "--diagnostics", .. rules])).Succeeded().NeverSays("Unable to fix");

        Assert.Equal(Mended, workspace.Read("Program.cs"));
        // Under Strict what is said in the editor alone would be said here as well.
        var build = (await workspace.Dotnet("build", "-p:InkPolicy=Strict")).Succeeded().Says("Emails does nothing yet");
        Assert.Empty(build.Codes);
    }
}
