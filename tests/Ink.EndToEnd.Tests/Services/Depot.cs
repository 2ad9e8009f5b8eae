using Ink.EndToEnd.Tests.Infrastructure;

namespace Ink.EndToEnd.Tests.Services;

/// <summary>A service of every kind of workload, with another image beside it: for what happens at run time.</summary>
internal static class Depot
{
    public const string Name = "depot";

    /// <summary>Where the image of its sidecar is.</summary>
    public const string EchoRepository = "roles/echo";

    /// <summary>What the worker logs when it starts.</summary>
    public const string WorkerIsUp = "The packer waits for parcels";

    /// <summary>What the worker logs when it has been told to stop and has finished.</summary>
    public const string WorkerIsDone = "The last parcel is packed";

    /// <summary>What the web workload logs when a request waits for the shutdown.</summary>
    public const string RequestWaits = "A request waits for the end";

    /// <summary>What that request is answered.</summary>
    public const string LastAnswer = "served to the end";

    private const string Program = $$"""
        using Depot;
        using Ink;
        using Microsoft.Extensions.Options;

        [assembly: App("depot")]
        [assembly: Web]
        [assembly: Worker<Packer>]
        [assembly: Job<Migrate>]
        [assembly: Job<Audit>(When = JobTime.AfterDeploy, Retries = 0)]
        [assembly: Resources(Cpu = "100m", Memory = "192Mi")]
        [assembly: Sidecar("echo", "{registry}/{{EchoRepository}}:1", Port = 8081, Args = ["--urls", "http://+:8081"], Cpu = "50m", Memory = "192Mi", Workload = "web")]
        [assembly: Sidecar("check", "{registry}/dotnet/aspnet:10.0", Init = true, Command = ["dotnet", "--list-runtimes"], Cpu = "50m", Memory = "192Mi", Workload = "web")]

        var builder = WebApplication.CreateBuilder(args);
        builder.AddInk();

        var app = builder.Build();
        app.MapInk();
        app.MapGet("/echo", async () =>
        {
            using var client = new HttpClient();
            return await client.GetStringAsync($"http://localhost:{InkApp.Ports.Echo}/");
        });
        app.MapGet("/time-to-stop", (IOptions<HostOptions> options) => options.Value.ShutdownTimeout.TotalSeconds);
        app.MapGet("/last", async (IHostApplicationLifetime lifetime, ILogger<Packer> logger) =>
        {
            var told = new TaskCompletionSource();
            using var registration = lifetime.ApplicationStopping.Register(told.SetResult);
            logger.LogInformation("{{RequestWaits}}");
            await told.Task;
            return "{{LastAnswer}}";
        });
        await app.RunInkAsync();

        """;

    private const string Roles = $$"""
        using Ink;

        namespace Depot;

        internal sealed class Packer(ILogger<Packer> logger) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                logger.LogInformation("{{WorkerIsUp}}");
                var told = new TaskCompletionSource();
                using var registration = stoppingToken.Register(told.SetResult);
                await told.Task;
                logger.LogInformation("{{WorkerIsDone}}");
            }
        }

        internal sealed class Migrate(ILogger<Migrate> logger) : IInkJob
        {
            public Task RunAsync(CancellationToken stop)
            {
                logger.LogInformation("Migrated");
                return Task.CompletedTask;
            }
        }

        internal sealed class Audit : IInkJob
        {
            public Task RunAsync(CancellationToken stop) => throw new InvalidOperationException("The books do not balance");
        }

        """;

    private const string Echo = """
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", () => "echo");
        app.Run();

        """;

    /// <summary>Writes its files into a tree that sees the package.</summary>
    public static Workspace Write(Workspace workspace, string sdkVersion) => workspace
        .Write("Depot.csproj", ProjectFile.Of(sdkVersion, items: """<InkEnvironments Include="dev" Registry="$(InkRegistry)" />"""))
        .Write("Program.cs", Program)
        .Write("Roles.cs", Roles);

    /// <summary>Writes the files of its sidecar.</summary>
    public static Workspace WriteEcho(Workspace workspace) => workspace
        .Write("Echo.csproj", ProjectFile.Plain())
        .Write("Program.cs", Echo);
}
