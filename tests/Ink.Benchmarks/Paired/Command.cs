using System.Diagnostics;

namespace Ink.Benchmarks.Paired;

/// <summary>A program that is run from its start to its end.</summary>
/// <param name="Name">How it is called in results.</param>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments; no shell is involved.</param>
internal sealed record Command(string Name, string Program, params string[] Arguments)
{
    /// <summary>Where it runs.</summary>
    public string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>What is added to its environment.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>What has to be done before each run, and does not count.</summary>
    public Action Prepare { get; init; } = () => { };

    /// <summary>How long it took.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it printed.</exception>
    public TimeSpan Run()
    {
        Prepare();
        var start = new ProcessStartInfo(Program, Arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        // Both at once: a program that fills the one pipe while the other is read would wait for ever.
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = watch.Elapsed;
        return process.ExitCode == 0
            ? elapsed
            : throw new InvalidOperationException($"{Name} ended with {process.ExitCode}:\n{output}{errors.Result}");
    }
}
