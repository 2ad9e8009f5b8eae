using System.Text.RegularExpressions;
using Xunit.Sdk;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>What one command answered.</summary>
internal sealed partial record CommandResult(
    string Command, string Directory, int ExitCode, string Output, string Error, TimeSpan Duration, Transcript Transcript)
{
    /// <summary>Both streams: MSBuild writes errors to the first, git and podman to the second.</summary>
    public string Everything => Output + Error;

    public IReadOnlyList<string> Lines =>
        Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The codes of Ink's own errors and warnings, each once, in the order they came.</summary>
    public IReadOnlyList<string> Codes => [.. InkCode().Matches(Everything).Select(m => m.Value).Distinct()];

    /// <summary>The codes of what Ink reported as an error, each once: a warning beside it is no reason why a command stopped.</summary>
    public IReadOnlyList<string> ErrorCodes => [.. InkError().Matches(Everything).Select(m => m.Groups[1].Value).Distinct()];

    /// <summary>It warned of nothing but what every untouched template is told: how much it needs, and when it is ready.</summary>
    public CommandResult WarnsOfTheTemplateOnly()
    {
        var others = Everything.Split('\n').Where(line => line.Contains("warning", StringComparison.Ordinal) && !TemplateWarning().IsMatch(line)).ToList();
        return others.Count == 0 ? this : throw Unexpected($"it was not to say:\n{string.Join('\n', others)}\n");
    }

    public CommandResult Succeeded() =>
        ExitCode == 0 ? this : throw Unexpected("it was to succeed");

    /// <summary>It failed, and with this code.</summary>
    public CommandResult Failed(string code)
    {
        if (ExitCode == 0)
            throw Unexpected($"it was to fail with {code}");
        if (!Everything.Contains($"error {code}", StringComparison.Ordinal))
            throw Unexpected($"it was to say 'error {code}'");
        return this;
    }

    public CommandResult Says(string text) =>
        Everything.Contains(text, StringComparison.Ordinal) ? this : throw Unexpected($"it was to say '{text}'");

    public CommandResult NeverSays(string text) =>
        Everything.Contains(text, StringComparison.Ordinal) ? throw Unexpected($"it was never to say '{text}'") : this;

    private XunitException Unexpected(string expectation) =>
        new($"Of the last of these commands, {expectation}:\n\n{Transcript.Text}\nthe command was: {Command}\n(also in {Transcript.File})");

    [GeneratedRegex(@"\bINK\d{4}\b")]
    private static partial Regex InkCode();

    [GeneratedRegex(@"\bwarning INK100[15]: ")]
    private static partial Regex TemplateWarning();

    [GeneratedRegex(@"\berror (INK\d{4})\b")]
    private static partial Regex InkError();
}
