using System.Text;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Git;

/// <summary>What one run of git left behind.</summary>
/// <param name="ExitCode">Zero on success.</param>
/// <param name="Output">Standard output as bytes: blobs and paths are not text to begin with.</param>
/// <param name="Error">Standard error, masked, trimmed.</param>
internal sealed record GitResult(int ExitCode, byte[] Output, string Error)
{
    // Strict decoding would turn a file name in an old encoding into a failed deploy.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether git said that it succeeded.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>Standard output as UTF-8 text.</summary>
    public string Text => Utf8.GetString(Output);

    /// <summary>The fields of an output that was asked for with <c>-z</c>.</summary>
    public string[] Fields => Text.Split('\0', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>git's own words, masked, on one line, for a message.</summary>
    public string Words
    {
        get
        {
            var words = Error.Length > 0 ? Error : Masking.Mask(Text);
            var lines = words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => !line.StartsWith("hint:", StringComparison.Ordinal));
            // Every message goes on after these words, with a full stop of its own.
            var line = string.Join(" | ", lines).TrimEnd('.');
            return line.Length switch { 0 => $"exit code {ExitCode}", > 1000 => line[..1000] + "…", _ => line };
        }
    }
}
