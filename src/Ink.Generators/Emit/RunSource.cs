namespace Ink.Generators.Emit;

/// <summary>The part of <c>InkHost.g.cs</c> that runs the host or a job.</summary>
internal static class RunSource
{
    public const string Method =
        """
                /// <summary>
                /// Runs the app until it is told to stop. Where a <see cref="global::Ink.IInkJob"/> is registered, runs that job in the
                /// started host and then stops it.
                /// </summary>
                /// <param name="host">The built app.</param>
                /// <param name="stop">Stops it as a signal would.</param>
                /// <returns>
                /// The exit code, which is set as the process's too, so that <c>await app.RunInkAsync();</c> does what
                /// <c>return await app.RunInkAsync();</c> does.
                /// </returns>
                internal static async global::System.Threading.Tasks.Task<int> RunInkAsync(
                    this global::Microsoft.Extensions.Hosting.IHost host,
                    global::System.Threading.CancellationToken stop = default)
                {
                    global::System.ArgumentNullException.ThrowIfNull(host);
                    try
                    {
                        await host.StartAsync(stop).ConfigureAwait(false);
                        if (!await RunJobAsync(host, stop).ConfigureAwait(false))
                        {
                            await global::Microsoft.Extensions.Hosting.HostingAbstractionsHostExtensions.WaitForShutdownAsync(host, stop).ConfigureAwait(false);
                        }
                    }
                    finally
                    {
                        if (host is global::System.IAsyncDisposable disposable)
                        {
                            await disposable.DisposeAsync().ConfigureAwait(false);
                        }
                        else
                        {
                            host.Dispose();
                        }
                    }

                    return global::System.Environment.ExitCode;
                }

                private static async global::System.Threading.Tasks.Task<bool> RunJobAsync(
                    global::Microsoft.Extensions.Hosting.IHost host,
                    global::System.Threading.CancellationToken stop)
                {
                    global::Microsoft.Extensions.DependencyInjection.AsyncServiceScope scope =
                        global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(host.Services);
                    await using (global::System.Threading.Tasks.TaskAsyncEnumerableExtensions.ConfigureAwait(scope, false))
                    {
                        if (scope.ServiceProvider.GetService(typeof(global::Ink.IInkJob)) is not global::Ink.IInkJob job)
                        {
                            return false;
                        }

                        var lifetime = (global::Microsoft.Extensions.Hosting.IHostApplicationLifetime)host.Services.GetService(typeof(global::Microsoft.Extensions.Hosting.IHostApplicationLifetime))!;
                        using var stopping = global::System.Threading.CancellationTokenSource.CreateLinkedTokenSource(stop, lifetime.ApplicationStopping);
                        try
                        {
                            await job.RunAsync(stopping.Token).ConfigureAwait(false);
                        }
                        catch (global::System.Exception exception)
                        {
                            // Logged as the app logs, and told to whoever started the process by its exit code: an exception that
                            // leaves the entry point would be a crash, with a core dump.
                            var loggers = (global::Microsoft.Extensions.Logging.ILoggerFactory)host.Services.GetService(typeof(global::Microsoft.Extensions.Logging.ILoggerFactory))!;
                            global::Microsoft.Extensions.Logging.LoggerExtensions.LogCritical(
                                loggers.CreateLogger("Ink"),
                                exception,
                                stopping.IsCancellationRequested ? "The job {Job} was stopped before its end." : "The job {Job} failed.",
                                job.GetType());
                            global::System.Environment.ExitCode = 1;
                        }
                    }

                    await host.StopAsync(global::System.Threading.CancellationToken.None).ConfigureAwait(false);
                    return true;
                }
        """;
}
