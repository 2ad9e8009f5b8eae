namespace Ink.Generators.Tests.Infrastructure;

/// <summary>Sources that several tests use.</summary>
internal static class Sources
{
    /// <summary>A web app with everything declared.</summary>
    public const string Program =
        """
        using Ink;

        [assembly: App("checkout", Team = "payments")]
        [assembly: Web(Port = 9000)]
        [assembly: Web(Replicas = 3, Environment = "production")]
        [assembly: Worker<Shop.OrderWorker>]
        [assembly: Worker("emails", Replicas = 2)]
        [assembly: CronJob<Shop.Report>("30 3 * * mon-fri", TimeZone = "Europe/Berlin")]
        [assembly: Job("migrate", DeadlineSeconds = 600)]
        [assembly: Resources(Cpu = "250m", Memory = "256Mi")]
        [assembly: Health(Ready = "/ready", Port = 9001)]
        [assembly: EnvironmentVariable("LOG_LEVEL", "Debug")]
        [assembly: Secret("ConnectionStrings__Orders")]
        [assembly: Secret("SIGNING_KEY", File = "/etc/secrets/signing-key", Workload = "web")]
        [assembly: Ingress("shop.example.com", Path = "/checkout", PathType = PathType.Exact)]
        [assembly: IamRole("arn:aws:iam::123456789012:role/checkout")]

        var builder = WebApplication.CreateBuilder(args);
        builder.AddInk();
        var app = builder.Build();
        app.MapInk();
        return await app.RunInkAsync();
        """;

    /// <summary>The worker and the job of <see cref="Program"/>.</summary>
    public const string OrderWorker =
        """
        namespace Shop;

        internal sealed class OrderWorker : BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
        }

        internal sealed class Report : Ink.IInkJob
        {
            public Task RunAsync(CancellationToken stop) => Task.CompletedTask;
        }
        """;

    /// <summary>The smallest program.</summary>
    public const string Empty = "return;";
}
