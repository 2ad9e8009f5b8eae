using Ink.Generators.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ink.Generators.Tests.Behaviour;

/// <summary>Jobs that the attributes name, from the role to the exit code.</summary>
public sealed class JobRoleTests : IDisposable
{
    private const string Attributes =
        """
        [assembly: Web]
        [assembly: Worker<OrderWorker>]
        [assembly: Job<Migrate>]
        [assembly: Job("migrate", Retries = 0, Environment = "production")]
        [assembly: CronJob<Report>("nightly", "@daily")]
        [assembly: CronJob("sweep", "@hourly")]
        [assembly: Secret("MIGRATION_KEY", Workload = "migrate")]
        """;

    private static readonly LiveAssembly App = WebEntry.Compile(Attributes);

    private readonly int _exitCode = Environment.ExitCode;
    private readonly List<string> _log = [];

    public void Dispose() => Environment.ExitCode = _exitCode;

    [Fact]
    public async Task The_job_of_the_role_runs_and_is_disposed_of()
    {
        Assert.Equal(0, await Run("migrate"));
        Assert.Equal(["Migrate ran", "Migrate disposed"], _log);
    }

    [Fact]
    public async Task The_cron_job_of_the_role_runs_and_its_failure_is_the_exit_code()
    {
        Assert.Equal(1, await Run("nightly"));
        Assert.Equal(["Report failed"], _log);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("web")]
    [InlineData("order-worker")]
    [InlineData("sweep")]
    public async Task No_other_role_has_a_job_least_of_all_none(string? role)
    {
        await using var app = Build(role);

        Assert.Null(app.Services.GetService<IInkJob>());
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("nightly")]
    public async Task The_role_of_a_job_runs_no_worker(string role)
    {
        await using var app = Build(role);

        Assert.Empty(WebEntry.Workers(app));
    }

    [Fact]
    public async Task Without_a_role_the_workers_run_and_no_secret_of_a_job_is_needed()
    {
        await using var app = WebEntry.Build(App, builder => builder.Services.AddSingleton(_log));

        Assert.Equal(["OrderWorker"], WebEntry.Workers(app));
        await app.StartAsync();
        await app.StopAsync();
    }

    [Fact]
    public async Task The_role_of_a_job_needs_its_secrets()
    {
        await using var app = WebEntry.Build(App, builder => builder.Services.AddSingleton(_log), ("INK_ROLE", "migrate"));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.Contains("of the role 'migrate': MIGRATION_KEY", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_role_fails_and_names_jobs_among_the_roles()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Build("migrat"));

        Assert.Equal("INK_ROLE is 'migrat', which is no role of this app. Its roles are migrate, nightly, order-worker, sweep, web; unset INK_ROLE to run all of them but the jobs.", exception.Message);
    }

    private Task<int> Run(string role) => App.Call<Task<int>>("Run", Build(role), CancellationToken.None);

    private WebApplication Build(string? role) =>
        WebEntry.Build(App, builder => builder.Services.AddSingleton(_log), ("INK_ROLE", role), ("MIGRATION_KEY", "x"));
}
