namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>
/// A small app that uses all that the generator writes, in two shapes. It says its name and ends as soon as it has started, so that a
/// test can run it.
/// </summary>
internal static class TillProgram
{
    /// <summary>What it writes when it runs.</summary>
    public const string Says = "till has started";

    public const string Web = """
        using Ink;

        [assembly: App("till", Team = "counter")]
        [assembly: Web]
        [assembly: Worker<Greeter>]
        [assembly: Resources(Cpu = "100m", Memory = "128Mi")]

        var builder = WebApplication.CreateBuilder(args);
        builder.AddInk();
        var app = builder.Build();
        app.MapInk();
        await app.RunInkAsync();

        """ + Greeter;

    public const string Worker = """
        using Ink;

        [assembly: App("till", Team = "counter")]
        [assembly: Worker<Greeter>]
        [assembly: Resources(Cpu = "100m", Memory = "128Mi")]

        var builder = Host.CreateApplicationBuilder(args);
        builder.AddInk();
        await builder.Build().RunInkAsync();

        """ + Greeter;

    /// <summary>Without a word of Ink: compiles with and without it.</summary>
    public const string Plain = "WebApplication.Create(args).Run();\n";

    // Named by its type alone: the workload is "greeter".
    private const string Greeter = """

        public sealed class Greeter(IHostApplicationLifetime lifetime) : BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken stoppingToken)
            {
                lifetime.ApplicationStarted.Register(() =>
                {
                    Console.WriteLine($"{InkApp.Name} has started");
                    lifetime.StopApplication();
                });
                return Task.CompletedTask;
            }
        }

        """;
}
