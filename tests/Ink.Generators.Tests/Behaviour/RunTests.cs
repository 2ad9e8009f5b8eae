using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ink.Generators.Tests.Behaviour;

public sealed class RunTests : IDisposable
{
    private readonly int _exitCode = Environment.ExitCode;

    public void Dispose() => Environment.ExitCode = _exitCode;

    [Fact]
    public async Task Runs_the_host_until_it_is_told_to_stop()
    {
        var assembly = WebEntry.Compile("");
        var app = WebEntry.Build(assembly, _ => { });
        app.Lifetime.ApplicationStarted.Register(app.Lifetime.StopApplication);

        Assert.Equal(0, await assembly.Call<Task<int>>("Run", app, CancellationToken.None));
        Assert.Throws<ObjectDisposedException>(() => app.Services.GetService(typeof(IHost)));
    }

    [Fact]
    public async Task Runs_the_job_in_the_started_host_and_stops_it()
    {
        var job = new Job(_ => Task.CompletedTask);

        Assert.Equal(0, await Run(job));
        Assert.True(job.HasRun);
    }

    [Fact]
    public async Task A_job_that_fails_is_logged_and_gives_exit_code_1()
    {
        var log = new Recorder();

        Assert.Equal(1, await Run(new Job(_ => throw new InvalidDataException("the table is gone")), log));
        Assert.Equal(1, Environment.ExitCode);
        Assert.Contains(log.Lines, line => line.Contains("failed", StringComparison.Ordinal) && line.Contains("the table is gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_that_sets_the_exit_code_keeps_it() =>
        Assert.Equal(42, await Run(new Job(_ =>
        {
            Environment.ExitCode = 42;
            return Task.CompletedTask;
        })));

    [Fact]
    public async Task A_job_is_told_when_the_process_is_to_stop()
    {
        using var stop = new CancellationTokenSource();
        var log = new Recorder();
        var job = new Job(async token =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        });

        Assert.Equal(1, await Run(job, log, stop.Token));
        Assert.Contains(log.Lines, line => line.Contains("stopped before its end", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_does_not_run_while_a_secret_is_missing()
    {
        var assembly = WebEntry.Compile("""[assembly: Secret("KEY")]""");
        var job = new Job(_ => Task.CompletedTask);
        var app = WebEntry.Build(assembly, builder => builder.Services.AddSingleton<IInkJob>(job));

        await Assert.ThrowsAsync<InvalidOperationException>(() => assembly.Call<Task<int>>("Run", app, CancellationToken.None));
        Assert.False(job.HasRun);
    }

    private static Task<int> Run(Job job, Recorder? log = null, CancellationToken stop = default)
    {
        var assembly = WebEntry.Compile("");
        var app = WebEntry.Build(assembly, builder =>
        {
            builder.Services.AddSingleton<IInkJob>(job);
            if (log is not null)
                builder.Logging.AddProvider(log);
        });
        return assembly.Call<Task<int>>("Run", app, stop);
    }

    private sealed class Job(Func<CancellationToken, Task> work) : IInkJob
    {
        public bool HasRun { get; private set; }

        public Task RunAsync(CancellationToken stop)
        {
            HasRun = true;
            return work(stop);
        }
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Critical;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
