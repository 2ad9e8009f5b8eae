using System.ComponentModel;
using System.Text;
using CliWrap;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Images;

/// <summary>The container engine on this machine, which <c>LocalRegistry</c> names: images go into its own store, and nowhere else.</summary>
/// <param name="program">Its program.</param>
/// <param name="log">Receives one line for each run.</param>
internal sealed class LocalEngine(string program, Action<string>? log = null)
{
    private static readonly string[] Known = ["docker", "podman"];

    /// <summary>Reads <c>LocalRegistry</c> as the .NET SDK does.</summary>
    /// <exception cref="InkException">INK4002: no such engine.</exception>
    public static LocalEngine Of(string localRegistry, Action<string>? log = null) =>
        Known.FirstOrDefault(name => name.Equals(localRegistry, StringComparison.OrdinalIgnoreCase)) is { } program
            ? new LocalEngine(program, log)
            : throw new InkException(ErrorCodes.Registry, $"LocalRegistry is \"{localRegistry}\", and the .NET SDK knows Docker and Podman. Set one of them, set InkRegistry, or leave both out for an archive.");

    /// <summary>Whether it has an image.</summary>
    /// <exception cref="InkException">INK4002: the program is not there.</exception>
    public async Task<bool> HasAsync(string image, CancellationToken cancellationToken)
    {
        try
        {
            // "inspect" alone also finds containers and volumes of that name. Both outputs are read: a program that writes to nobody fails.
            StringBuilder output = new(), error = new();
            var ended = await Cli.Wrap(program)
                .WithArguments(["image", "inspect", "--format", "{{.Id}}", image])
                .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(error))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(cancellationToken);
            log?.Invoke($"{program} image inspect {image} (exit code {ended.ExitCode}) {output}{error}");
            return ended.ExitCode == 0;
        }
        catch (Win32Exception exception)
        {
            throw new InkException(ErrorCodes.Registry, $"LocalRegistry is {program}, and '{program}' is not on the PATH. Install it, set InkRegistry, or leave LocalRegistry out for an archive.", exception);
        }
    }
}
