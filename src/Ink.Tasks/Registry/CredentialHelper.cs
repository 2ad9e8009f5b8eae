using System.ComponentModel;
using System.Text;
using System.Text.Json;
using CliWrap;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// Asks a <c>docker-credential-NAME</c> program, by the protocol of https://github.com/docker/docker-credential-helpers:
/// <c>get</c> as the argument, the registry on standard input, JSON on standard output.
/// </summary>
internal static class CredentialHelper
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The credentials, or null where the helper has none for the registry.</summary>
    /// <exception cref="InkException">INK4002: the helper is missing, fails, or answers with something else.</exception>
    public static async Task<RegistryCredential?> GetAsync(string name, string registry, CancellationToken cancellationToken)
    {
        // A name from a file becomes the name of a program: no path, no option.
        if (name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
            throw new InkException(ErrorCodes.Registry, $"The Docker configuration names a credential helper '{name}', which is not a program's name. Correct 'credHelpers' or 'credsStore'.");

        var program = $"docker-credential-{name}";
        var output = new StringBuilder();
        var error = new StringBuilder();
        using var timer = new CancellationTokenSource(Limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            var ended = await Cli.Wrap(program)
                .WithArguments(["get"])
                .WithStandardInputPipe(PipeSource.FromString(registry))
                .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(error))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(either.Token);
            if (ended.ExitCode == 0) return Parse(program, output.ToString());
        }
        catch (Win32Exception missing)
        {
            throw new InkException(ErrorCodes.Registry, $"The Docker configuration asks for '{program}', which could not be started. Install it, or run 'docker login {registry}' without it.", missing);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InkException(ErrorCodes.Registry, $"'{program}' gave no credentials for '{registry}' within {Limit.TotalSeconds:F0} s. Does it wait for input? Run 'docker login {registry}' first.", late);
        }

        // Helpers print what is wrong on standard output; this one sentence is the protocol's word for "none".
        var words = $"{output} {error}".Trim();
        if (words.Contains("credentials not found", StringComparison.OrdinalIgnoreCase)) return null;
        throw new InkException(ErrorCodes.Registry, $"'{program}' failed for '{registry}': {words}. Run 'docker login {registry}' again.");
    }

    private static RegistryCredential? Parse(string program, string text)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<Answer>(text, JsonSerializerOptions.Web);
            return answer is { Secret.Length: > 0 } ? RegistryCredential.Of(answer.Username ?? "", answer.Secret) : null;
        }
        catch (JsonException)
        {
            // Without the parser's message: it may quote the secret.
            throw new InkException(ErrorCodes.Registry, $"'{program}' did not answer in the form of a Docker credential helper. Update or replace it.");
        }
    }

    private sealed record Answer(string? Username, string? Secret);
}
