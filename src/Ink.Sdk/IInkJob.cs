using System.Diagnostics.CodeAnalysis;

namespace Ink;

/// <summary>
/// Work that runs once and ends: a database migration, a nightly report. <c>RunInkAsync()</c> runs the job that is registered as
/// <see cref="IInkJob"/> and ends the process with exit code 0; an exception that leaves <see cref="RunAsync"/> is logged and gives
/// exit code 1, which Kubernetes counts as a failure.
/// </summary>
/// <remarks>
/// The job is resolved from the host's services, in a scope of its own, after the host has started: constructor parameters are
/// injected. <see cref="System.Environment.ExitCode"/> set by the job is the process's exit code.
/// </remarks>
public interface IInkJob
{
    /// <summary>Does the work.</summary>
    /// <param name="stop">
    /// Is cancelled when the process is told to stop (SIGTERM, Ctrl+C). The job then has the pod's grace period, 30 seconds unless
    /// changed, before it is killed.
    /// </param>
    /// <returns>A task that ends with the work.</returns>
    [SuppressMessage("Naming", "CA1716:Identifiers should not match keywords", Justification = "Stop is a statement of Visual Basic, where a parameter can be written [stop].")]
    Task RunAsync(CancellationToken stop);
}
