using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>
/// Everything a test ran and what it answered, in a file beside the test assembly (<c>transcripts/</c>), and in the
/// test's output, which the runner shows when the test fails.
/// </summary>
internal sealed class Transcript
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly ITestOutputHelper? _output;

    private Transcript()
    {
    }

    public Transcript(string name, ITestOutputHelper? output = null)
    {
        _output = output;
        var folder = Path.Combine(AppContext.BaseDirectory, "transcripts");
        Directory.CreateDirectory(folder);
        File = Path.Combine(folder, $"{FileName(name)}.txt");
        System.IO.File.WriteAllText(File, "");
    }

    /// <summary>Null where nothing is kept.</summary>
    public string? File { get; }

    /// <summary>For commands that are asked again and again, and are not worth a line each time.</summary>
    public static Transcript Unkept() => new();

    public string Text
    {
        get
        {
            lock (_lock)
                return _text.ToString();
        }
    }

    public void Add(CommandResult result)
    {
        var entry = new StringBuilder();
        entry.Append(CultureInfo.InvariantCulture, $"$ {result.Command}\n  in {result.Directory}\n");
        AppendBlock(entry, "stdout", result.Output);
        AppendBlock(entry, "stderr", result.Error);
        entry.Append(CultureInfo.InvariantCulture, $"  exit {result.ExitCode} after {result.Duration.TotalSeconds:0.0} s\n");
        Note(entry.ToString());
    }

    public void Note(string text)
    {
        lock (_lock)
        {
            _text.Append(text).Append('\n');
            if (File is not null)
                System.IO.File.AppendAllText(File, text + "\n");
        }

        try
        {
            _output?.WriteLine(text);
        }
        catch (InvalidOperationException)
        {
            // Cleaning up after the test is over: the file still has it.
        }
    }

    private static void AppendBlock(StringBuilder entry, string title, string text)
    {
        if (text.Trim() is { Length: > 0 } trimmed)
            entry.Append(CultureInfo.InvariantCulture, $"  {title}:\n    {trimmed.ReplaceLineEndings("\n    ")}\n");
    }

    // Windows and archives refuse some characters of a theory's arguments, and every file system long names.
    private static string FileName(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '_'));
        return safe.Length <= 180 ? safe : $"{safe[..160]}-{string.GetHashCode(name, StringComparison.Ordinal):x8}";
    }
}
