using System.Diagnostics;
using System.Text;

namespace Ink.Tasks.Git;

/// <summary>A git that answers one question after the other as long as it is kept: the cost of a process is paid once.</summary>
internal sealed class GitConversation : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    /// <summary>Starts it; use <see cref="GitClient.Converse"/>.</summary>
    internal GitConversation(string program, GitCall call)
    {
        var start = new ProcessStartInfo(program, call.Arguments)
        {
            WorkingDirectory = call.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in GitEnvironment.For(call.Environment))
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        // Drained at once: a git that fills the pipe would wait for ever.
        _errors = _process.StandardError.ReadToEndAsync();
        Answers = new BufferedStream(_process.StandardOutput.BaseStream, 1 << 16);
    }

    /// <summary>What it answers.</summary>
    public Stream Answers { get; }

    /// <summary>Asks. Not more than a pipe holds before the answers are read.</summary>
    public async Task AskAsync(string question, CancellationToken cancellationToken)
    {
        await _process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(question), cancellationToken);
        await _process.StandardInput.BaseStream.FlushAsync(cancellationToken);
    }

    /// <summary>What it said before it went away.</summary>
    public async Task<string> ReadErrorsAsync()
    {
        _process.Kill();
        return (await _errors).Trim();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        try
        {
            if (!_process.HasExited) _process.Kill();
            // On Windows a folder cannot go while a process has files open in it.
            _process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself in between.
        }

        _process.Dispose();
    }
}
