using System.Diagnostics;

namespace Ink.Benchmarks.Pushing;

/// <summary>What a program prints.</summary>
internal static class Output
{
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Of(string program, string folder, params string[] arguments) =>
        Try(program, folder, out var output, arguments) ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {output}");

    /// <summary>Whether it succeeds.</summary>
    public static bool Try(string program, string folder, out string output, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) output += errors.Result;
        return process.ExitCode == 0;
    }
}
