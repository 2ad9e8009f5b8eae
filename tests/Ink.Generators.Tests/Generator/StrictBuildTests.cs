using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Generator;

/// <summary>Real builds with every rule of the SDK on and every warning an error.</summary>
public sealed class StrictBuildTests
{
    private const string Program =
        """
        using Ink;

        [assembly: App("checkout", Team = "payments")]
        [assembly: Web(Port = 9000)]
        [assembly: Web(Replicas = 3, Environment = "production")]
        [assembly: Worker<Shop.OrderWorker>]
        [assembly: CronJob<Shop.Report>("30 3 * * mon-fri", TimeZone = "Europe/Berlin", Concurrency = Concurrency.Replace, DeadlineSeconds = 1800)]
        [assembly: Job<Shop.Migrate>(When = JobTime.BeforeDeploy, DeadlineSeconds = 600)]
        [assembly: Resources(Cpu = "250m", Memory = "256Mi")]
        [assembly: Health(Ready = "/ready", Port = 9001)]
        [assembly: Availability(GraceSeconds = 60, Environment = "production")]
        [assembly: Sidecar("cache", "docker.io/valkey/valkey:8.1@sha256:0000000000000000000000000000000000000000000000000000000000000000", Port = 6379, Cpu = "50m", Memory = "64Mi")]
        [assembly: EnvironmentVariable("LOG_LEVEL", "Debug")]
        [assembly: Secret("ConnectionStrings__Orders")]
        [assembly: Secret("SIGNING_KEY", File = "/etc/secrets/signing-key", Workload = "web", Environment = "production")]

        WebApplicationBuilder builder = WebApplication.CreateBuilder(args).AddInk();
        WebApplication app = builder.Build();
        _ = app.MapInk();
        return await app.RunInkAsync().ConfigureAwait(false);

        namespace Shop
        {
            internal sealed class OrderWorker : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    return Task.CompletedTask;
                }
            }

            internal sealed class Report : IInkJob
            {
                public Task RunAsync(CancellationToken stop)
                {
                    return Task.CompletedTask;
                }
            }

            internal sealed class Migrate : IInkJob
            {
                public Task RunAsync(CancellationToken stop)
                {
                    return Task.CompletedTask;
                }
            }
        }

        """;

    [Fact]
    public async Task An_app_for_every_supported_framework_builds_without_a_warning()
    {
        using var project = new TemporaryProject("<TargetFrameworks>net8.0;net9.0;net10.0</TargetFrameworks>", ("Program.cs", Program));

        var (exitCode, output) = await project.Build();

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_analyzer_runs_in_the_real_compiler()
    {
        const string program =
            """
            [assembly: Ink.App("My Shop")]

            """;
        using var project = new TemporaryProject("<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>", ("Program.cs", program + "return;\n"));

        var (exitCode, output) = await project.Build();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Program.cs(1,20): error INK0002", output, StringComparison.Ordinal);
        Assert.Contains("docs/rules/INK0002.md", output, StringComparison.Ordinal);
    }
}
