using System.ComponentModel;
using System.Text;
using CliWrap;
using Ink.Model.Rules;
using Ink.Tasks.Errors;

namespace Ink.Tasks.SupplyChain;

/// <summary>
/// The user's <c>cosign</c> (https://docs.sigstore.dev/cosign/), with the environment of the call: by what key or identity it signs is said
/// there (<c>COSIGN_*</c>, <c>SIGSTORE_ID_TOKEN</c>).
/// </summary>
/// <param name="directory">Where it runs; what the path of a key is relative to.</param>
/// <param name="log">Receives one line for each run.</param>
/// <param name="program">What to run; for tests.</param>
internal sealed class Cosign(string directory, Action<string>? log = null, string program = Cosign.Name)
{
    /// <summary>The program, and the value of <c>InkSign</c> that asks for it.</summary>
    public const string Name = "cosign";

    private const int LongestWords = 1000;

    // It may ask a person to log in with a browser, and CI has none.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // What it takes secrets from. It should not repeat them; nobody else can keep it from doing so.
    private static readonly string[] Secrets =
    [
        "COSIGN_PASSWORD", "COSIGN_PRIVATE_KEY", "COSIGN_PKCS11_PIN", "SIGSTORE_ID_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
        "VAULT_TOKEN", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AZURE_CLIENT_SECRET", "GITHUB_TOKEN", "GITLAB_TOKEN",
    ];

    /// <summary>Fails where it is not there: better before an image is pushed than after.</summary>
    /// <exception cref="InkException">INK4017.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        var run = await RunAsync(["version"], cancellationToken);
        if (run.ExitCode != 0)
            throw Failed("version", run);
    }

    /// <summary>Signs an image.</summary>
    /// <param name="image">Registry, repository and digest.</param>
    /// <param name="key">A file or an address of a key (<c>InkCosignKey</c>); empty where the environment says by what.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InkException">INK4017: it is missing or failed.</exception>
    public async Task SignAsync(string image, string key, CancellationToken cancellationToken)
    {
        var run = await RunAsync(["sign", "--yes", .. key.Length == 0 ? Array.Empty<string>() : ["--key", key], image], cancellationToken);
        if (run.ExitCode != 0)
            throw Failed($"sign {image}", run);
    }

    private async Task<(int ExitCode, string Words)> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        foreach (var name in Secrets)
            Masking.Register(Environment.GetEnvironmentVariable(name));
        var words = new StringBuilder();
        using var timer = new CancellationTokenSource(Limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            // No standard input: it would wait there for a password or a yes that nobody gives.
            var ended = await Cli.Wrap(program)
                .WithArguments(arguments)
                .WithWorkingDirectory(directory)
                .WithStandardOutputPipe(PipeTarget.ToStringBuilder(words, Encoding.UTF8))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(words, Encoding.UTF8))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(either.Token);
            log?.Invoke($"{Name} {string.Join(' ', arguments)} (exit code {ended.ExitCode}) {words.ToString().Trim()}");
            return (ended.ExitCode, words.ToString());
        }
        catch (Win32Exception missing)
        {
            throw new InkException(
                RuleCatalogue.SupplyChainFailed.Id,
                "InkSign is cosign, and there is no program 'cosign' on the PATH. Install it (https://docs.sigstore.dev/cosign/system_config/installation/), in CI too, or deploy without InkSign.",
                missing);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InkException(
                RuleCatalogue.SupplyChainFailed.Id,
                $"'cosign {arguments[0]}' did not end within {Limit.TotalMinutes:F0} minutes and was stopped. Does it wait for a person to log in? Give it a key (InkCosignKey) or an identity (SIGSTORE_ID_TOKEN). {Short(words.ToString())}",
                late);
        }
    }

    private static InkException Failed(string call, (int ExitCode, string Words) run) => new(
        RuleCatalogue.SupplyChainFailed.Id,
        $"'cosign {call}' failed with exit code {run.ExitCode}: {Short(run.Words)} Check the key (InkCosignKey, COSIGN_PASSWORD) or the identity that it signs with, then deploy again: the image is there and will be signed.");

    private static string Short(string words)
    {
        // Masked before it is cut: half a secret is not found any more.
        var line = string.Join(" | ", Masking.Mask(words).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        // Every message goes on after these words.
        return line.Length > LongestWords ? $"{line[..LongestWords]}…" : $"{line.TrimEnd('.')}.";
    }
}
