using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CliWrap;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>Runs commands in one folder with one environment, without a shell, and writes each to the transcript.</summary>
internal sealed class Shell(Transcript transcript, string directory, IReadOnlyDictionary<string, string?> environment)
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(4);

    public Transcript Transcript => transcript;

    public string Directory => directory;

    public Shell In(string other) => new(transcript, other, environment);

    public Task<CommandResult> Run(string program, params string[] arguments) => Run(program, arguments, "");

    /// <param name="program">A program on the path, or its full path.</param>
    /// <param name="arguments">One an element: nothing is quoted or expanded.</param>
    /// <param name="input">What it reads on its standard input.</param>
    /// <param name="limit">When it is ended, with all its children, and the test fails; four minutes unless told.</param>
    public async Task<CommandResult> Run(string program, IEnumerable<string> arguments, string input, TimeSpan? limit = null)
    {
        StringBuilder output = new(), error = new();
        var command = Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(directory)
            .WithEnvironmentVariables(environment)
            .WithValidation(CommandResultValidation.None)
            .WithStandardInputPipe(PipeSource.FromString(input))
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output, Encoding.UTF8))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(error, Encoding.UTF8));
        var watch = Stopwatch.StartNew();
        using var deadline = new CancellationTokenSource(limit ?? DefaultLimit);

        CommandResult Result(int exitCode) =>
            new($"{program} {command.Arguments}", directory, exitCode, output.ToString(), error.ToString(), watch.Elapsed, transcript);

        try
        {
            var ended = await command.ExecuteAsync(deadline.Token);
            var result = Result(ended.ExitCode);
            transcript.Add(result);
            return result;
        }
        catch (OperationCanceledException)
        {
            transcript.Add(Result(-1));
            throw new TimeoutException($"'{program}' did not end in time.\n\n{transcript.Text}");
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"'{program}' could not be started: run eng/setup.sh first.", exception);
        }
    }
}
