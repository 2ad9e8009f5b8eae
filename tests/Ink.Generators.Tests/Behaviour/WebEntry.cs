using Ink.Generators.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Ink.Generators.Tests.Behaviour;

/// <summary>A small web app with two workers and two jobs, as a user would write it.</summary>
internal static class WebEntry
{
    private const string Code =
        """
        using Ink;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;

        internal static class Entry
        {
            public static WebApplication Build(
                System.Collections.Generic.Dictionary<string, string?> configuration, Action<WebApplicationBuilder> configure, Action<WebApplicationBuilder> after)
            {
                var builder = WebApplication.CreateBuilder();
                builder.Logging.ClearProviders();
                builder.Configuration.AddInMemoryCollection(configuration);
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                configure(builder);
                builder.AddInk();
                after(builder);
                return builder.Build();
            }

            public static void Map(WebApplication app) => app.MapInk().MapInkless();

            public static Task<int> Run(IHost host, CancellationToken stop) => host.RunInkAsync(stop);

            private static void MapInkless(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) => app.MapGet("/", () => "home");
        }

        internal class Idle : BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
        }

        internal sealed class OrderWorker : Idle;

        internal sealed class EmailWorker : Idle;

        internal sealed class Migrate(System.Collections.Generic.List<string> log) : IInkJob, IDisposable
        {
            public async Task RunAsync(CancellationToken stop)
            {
                await Task.Yield();
                log.Add("Migrate ran");
            }

            public void Dispose() => log.Add("Migrate disposed");
        }

        internal sealed class Report(System.Collections.Generic.List<string> log) : IInkJob
        {
            public Task RunAsync(CancellationToken stop)
            {
                log.Add("Report failed");
                throw new InvalidOperationException("no paper");
            }
        }

        internal static class EntryPoint
        {
            private static void Main() { }
        }
        """;

    public static LiveAssembly Compile(string attributes) => LiveAssembly.Of(TestProject.Web(WithAttributes(attributes)));

    public static WebApplication Build(LiveAssembly app, Action<WebApplicationBuilder> configure, params (string Key, string? Value)[] configuration) =>
        Build(app, configure, _ => { }, configuration);

    public static WebApplication Build(LiveAssembly app, Action<WebApplicationBuilder> configure, Action<WebApplicationBuilder> after, params (string Key, string? Value)[] configuration) =>
        app.Call<WebApplication>("Build", configuration.ToDictionary(pair => pair.Key, pair => pair.Value), configure, after);

    public static WebApplication Build(string attributes, params (string Key, string? Value)[] configuration) =>
        Build(Compile(attributes), _ => { }, configuration);

    /// <summary>The names of the app's own hosted services.</summary>
    public static IReadOnlyList<string> Workers(IHost app) =>
        [.. ((IEnumerable<IHostedService>)app.Services.GetService(typeof(IEnumerable<IHostedService>))!)
            .Select(service => service.GetType().Name)
            .Where(name => name.EndsWith("Worker", StringComparison.Ordinal))];

    // The usings of a file come before its attributes.
    private static string WithAttributes(string attributes) =>
        Code.Replace("\ninternal static class Entry\n", $"\n{attributes}\ninternal static class Entry\n", StringComparison.Ordinal);
}
