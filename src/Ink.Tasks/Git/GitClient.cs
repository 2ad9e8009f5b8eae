using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CliWrap;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Git;

/// <summary>
/// Runs the <c>git</c> program: no shell, arguments as an array, standard input closed, both outputs drained while it
/// runs, ended with all its children on cancellation.
/// </summary>
/// <param name="codeWhenMissing">The code to fail with where git is not installed: what that means depends on what was being done.</param>
/// <param name="log">Receives one masked line per run, for low-importance logging.</param>
/// <param name="program">The program to run, for tests.</param>
internal sealed class GitClient(string codeWhenMissing, Action<string>? log = null, string program = "git")
{
    // ENOENT of errno(3), and ERROR_FILE_NOT_FOUND of Windows.
    private const int NoSuchFile = 2;

    private int _runs;

    /// <summary>How many times git was run.</summary>
    public int Runs => _runs;

    /// <summary>Runs git. A failing exit code is a result, not an exception.</summary>
    /// <exception cref="InkException">git is not installed, or did not end in time.</exception>
    /// <exception cref="OperationCanceledException">The build was cancelled; git has been ended.</exception>
    public async Task<GitResult> RunAsync(GitCall call, CancellationToken cancellationToken)
    {
        // A push begun after the build was cancelled may be over before it can be stopped.
        cancellationToken.ThrowIfCancellationRequested();
        // Said here, because a missing folder and a missing program are one and the same error to the operating system.
        if (!Directory.Exists(call.Directory))
            throw new InkException(codeWhenMissing, $"The folder '{call.Directory}' does not exist, so git cannot look at it. Check the path.");

        Interlocked.Increment(ref _runs);
        using var timer = new CancellationTokenSource(call.Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        using var output = new MemoryStream();
        var error = new StringBuilder();
        var started = Stopwatch.GetTimestamp();

        var command = Cli.Wrap(program)
            .WithArguments(call.Arguments)
            .WithWorkingDirectory(call.Directory)
            .WithEnvironmentVariables(GitEnvironment.For(call.Environment))
            .WithStandardInputPipe(call.Input.IsEmpty ? PipeSource.Null : PipeSource.FromBytes(call.Input))
            .WithStandardOutputPipe(PipeTarget.ToStream(output))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(error, Encoding.UTF8))
            .WithValidation(CommandResultValidation.None);
        try
        {
            var ended = await command.ExecuteAsync(either.Token);
            var result = new GitResult(ended.ExitCode, output.ToArray(), Masking.Mask(error.ToString().Trim()));
            log?.Invoke(Describe(call, $"exit code {ended.ExitCode}, {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms"));
            return result;
        }
        catch (Win32Exception missing)
        {
            throw new InkException(codeWhenMissing, $"The program '{program}' could not be started ({Reason(missing)}). {Install}", missing);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InkException(
                codeWhenMissing,
                $"'git {string.Join(' ', call.Arguments.Take(1))}' did not end within {call.Timeout.TotalSeconds:F0} s and was stopped. Is the server answering? {error.ToString().Trim()}",
                late);
        }
    }

    /// <summary>Starts a git that answers as long as it is kept.</summary>
    /// <exception cref="InkException">git is not installed.</exception>
    public GitConversation Converse(GitCall call)
    {
        Interlocked.Increment(ref _runs);
        try
        {
            var conversation = new GitConversation(program, call);
            log?.Invoke(Describe(call, "kept running"));
            return conversation;
        }
        catch (Win32Exception missing)
        {
            throw new InkException(codeWhenMissing, $"The program '{program}' could not be started ({Reason(missing)}). {Install}", missing);
        }
    }

    // The library's own message lists everything that it could have been.
    private static string Reason(Win32Exception error)
    {
        var cause = error.InnerException as Win32Exception ?? error;
        return cause.NativeErrorCode == NoSuchFile ? "it is not on the PATH" : cause.Message;
    }

    private const string Install =
        "Install git and put it on the PATH: 'apt-get install git' on Debian and Ubuntu, 'apk add git' on Alpine, "
        + "'brew install git' on macOS, 'winget install Git.Git' on Windows.";

    private static string Describe(GitCall call, string outcome) =>
        Masking.Mask($"git {string.Join(' ', call.Arguments)} ({outcome})");
}
