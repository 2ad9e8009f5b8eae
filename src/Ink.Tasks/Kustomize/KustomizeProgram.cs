using System.ComponentModel;
using System.Text;
using CliWrap;
using Ink.Model.Rules;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Kustomize;

/// <summary>The user's Kustomize: the program <c>kustomize</c>, else the one within <c>kubectl</c>.</summary>
/// <param name="log">Receives one line for each run.</param>
/// <param name="programs">What to try, with the arguments before the folder; for tests.</param>
internal sealed class KustomizeProgram(Action<string>? log = null, IReadOnlyList<IReadOnlyList<string>>? programs = null)
{
    private static readonly IReadOnlyList<IReadOnlyList<string>> Known = [["kustomize", "build"], ["kubectl", "kustomize"]];

    /// <summary>Builds a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shownAs">The user's kustomization file that the folder is a copy of, relative to the project.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <returns>The objects, as a YAML stream.</returns>
    /// <exception cref="InkException">INK4005: neither program is there, or it failed.</exception>
    public async Task<string> BuildAsync(string folder, string shownAs, CancellationToken cancellationToken)
    {
        foreach (var program in programs ?? Known)
        {
            if (await TryRunAsync([.. program, folder], cancellationToken) is not { } run)
                continue;
            log?.Invoke($"{string.Join(' ', program)} {shownAs} (exit code {run.ExitCode})");
            return run.ExitCode == 0
                ? run.Output
                : throw new InkException(
                    RuleCatalogue.KustomizeFailed.Id,
                    $"'{string.Join(' ', program)}' failed on {shownAs}: {run.Error.Replace(folder, Path.GetDirectoryName(shownAs), StringComparison.Ordinal).Trim()} Correct the overlay; what it patches is what InkRender writes without it.");
        }

        throw new InkException(
            RuleCatalogue.KustomizeFailed.Id,
            $"{shownAs} is an overlay, and neither 'kustomize' nor 'kubectl' is on the PATH to apply it. Install one of them (kubectl: https://kubernetes.io/docs/tasks/tools/, kustomize: https://kubectl.docs.kubernetes.io/installation/kustomize/), in CI too.");
    }

    private static async Task<(int ExitCode, string Output, string Error)?> TryRunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var output = new StringBuilder();
        var error = new StringBuilder();
        try
        {
            var ended = await Cli.Wrap(command[0])
                .WithArguments(command.Skip(1))
                .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output, Encoding.UTF8))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(error, Encoding.UTF8))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(cancellationToken);
            return (ended.ExitCode, output.ToString(), error.ToString());
        }
        catch (Win32Exception)
        {
            // Not installed; the next one may be.
            return null;
        }
    }
}
