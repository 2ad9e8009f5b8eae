using Ink.Generators.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ink.Generators.Tests.Behaviour;

/// <summary>How long the host takes to stop, against what the pod is given.</summary>
public sealed class ShutdownTests
{
    private const string Attributes =
        """
        [assembly: Web]
        [assembly: Worker<OrderWorker>]
        [assembly: Job<Migrate>]
        [assembly: Availability(GraceSeconds = 60, Environment = "production")]
        [assembly: Availability(GraceSeconds = 1, Workload = "order-worker", Environment = "hasty")]
        """;

    private static readonly (string, string?) Web = ("INK_ROLE", "web");
    private static readonly LiveAssembly App = WebEntry.Compile(Attributes);

    [Theory]
    [InlineData("web", "staging", 23)]
    [InlineData("web", "production", 53)]
    [InlineData("web", null, 23)]
    [InlineData("order-worker", "staging", 28)]
    [InlineData("order-worker", "production", 58)]
    [InlineData("order-worker", "hasty", 0.5)]
    [InlineData("migrate", "staging", 28)]
    public async Task The_host_gives_up_before_the_pod_is_killed(string role, string? environment, double seconds)
    {
        await using var app = WebEntry.Build(App, _ => { }, ("INK_ROLE", role), ("INK_ENVIRONMENT", environment));

        Assert.Equal(TimeSpan.FromSeconds(seconds), TimeoutOf(app));
    }

    [Fact]
    public async Task Without_a_role_there_is_no_pod_and_the_default_stays()
    {
        await using var app = WebEntry.Build(App, _ => { }, ("INK_ENVIRONMENT", "production"));

        Assert.Equal(new HostOptions().ShutdownTimeout, TimeoutOf(app));
    }

    [Fact]
    public async Task What_the_app_says_wins_before_AddInk_and_after_it()
    {
        static void Configure(WebApplicationBuilder builder) => builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(7));
        await using var before = WebEntry.Build(App, Configure, _ => { }, Web);
        await using var after = WebEntry.Build(App, _ => { }, Configure, Web);

        Assert.Equal(TimeSpan.FromSeconds(7), TimeoutOf(before));
        Assert.Equal(TimeSpan.FromSeconds(7), TimeoutOf(after));
    }

    [Fact]
    public async Task Also_where_it_says_the_default()
    {
        await using var app = WebEntry.Build(App, builder => builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30)), Web);

        Assert.Equal(TimeSpan.FromSeconds(30), TimeoutOf(app));
    }

    [Fact]
    public async Task And_so_does_its_configuration()
    {
        await using var setting = WebEntry.Build(App, _ => { }, Web, ("shutdownTimeoutSeconds", "7"));
        await using var method = WebEntry.Build(App, builder => builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(8)), Web);

        Assert.Equal(TimeSpan.FromSeconds(7), TimeoutOf(setting));
        Assert.Equal(TimeSpan.FromSeconds(8), TimeoutOf(method));
    }

    [Fact]
    public async Task Other_options_of_the_host_are_left_alone()
    {
        await using var app = WebEntry.Build(App, builder => builder.Services.Configure<HostOptions>(options => options.ServicesStopConcurrently = true), Web);

        Assert.True(app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ServicesStopConcurrently);
        Assert.Equal(TimeSpan.FromSeconds(23), TimeoutOf(app));
    }

    [Fact]
    public async Task A_worker_that_does_not_listen_does_not_keep_the_host_from_stopping()
    {
        await using var app = WebEntry.Build(
            App, builder => builder.Services.AddHostedService<Deaf>(), ("INK_ROLE", "order-worker"), ("INK_ENVIRONMENT", "hasty"));
        await app.StartAsync();

        // Half a second, of the second that the pod has; the default would be thirty.
        await app.StopAsync().WaitAsync(TimeSpan.FromSeconds(15));
    }

    private static TimeSpan TimeoutOf(WebApplication app) => app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;

    private sealed class Deaf : BackgroundService
    {
        private readonly TaskCompletionSource _never = new();

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => _never.Task;
    }
}
