namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>What a command and all its children asked of the kernel, as strace(1) saw it.</summary>
/// <param name="Result">What the command answered.</param>
/// <param name="Programs">Every program that was started, or looked for, by its file's name.</param>
/// <param name="InternetSockets">Every socket that is not for this machine alone: neither AF_UNIX nor AF_NETLINK.</param>
internal sealed record SystemCalls(CommandResult Result, IReadOnlyList<string> Programs, IReadOnlyList<string> InternetSockets)
{
    /// <summary>Skips the test where a process may not trace another, as in some containers.</summary>
    public static async Task SkipUnlessAllowed(Workspace workspace)
    {
        var trial = await workspace.Shell.Run("strace", "-f", "-o", "/dev/null", "true");
        Skip.IfNot(trial.ExitCode == 0, $"strace may not trace here: {trial.Error.Trim()}");
    }

    /// <summary>Runs a command under strace.</summary>
    public static async Task<SystemCalls> Trace(Workspace workspace, params string[] command)
    {
        var log = workspace.Beside($"{Guid.NewGuid():N}.strace");
        var result = await workspace.Shell.Run("strace", ["-f", "--seccomp-bpf", "-e", "trace=execve,socket,connect", "-o", log, .. command]);
        var lines = await File.ReadAllLinesAsync(log);
        return new SystemCalls(
            result,
            [.. lines.Select(ProgramOf).OfType<string>()],
            [.. lines.Where(line => line.Contains("(AF_INET", StringComparison.Ordinal) || line.Contains("sa_family=AF_INET", StringComparison.Ordinal))]);
    }

    // 4454  execve("/usr/bin/git", ["git", "status"], 0x7ffd… /* 58 vars */) = 0
    private static string? ProgramOf(string line)
    {
        const string Call = "execve(\"";
        var start = line.IndexOf(Call, StringComparison.Ordinal) + Call.Length;
        return start < Call.Length ? null : Path.GetFileName(line[start..line.IndexOf('"', start)]);
    }
}
