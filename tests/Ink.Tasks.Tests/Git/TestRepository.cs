using System.Diagnostics;
using Ink.Tasks.GitOps;

namespace Ink.Tasks.Tests.Git;

/// <summary>A temporary folder with the real git in it, whose commits do not depend on the machine's configuration.</summary>
internal sealed class TestRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Root => _folder.Path;

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public TestRepository Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
        return this;
    }

    public TestRepository Init(params string[] options)
    {
        Git(["init", "--quiet", "-b", "main", .. options]);
        Git("config", "user.name", "Ada Example");
        Git("config", "user.email", "ada@example.com");
        return this;
    }

    public string Commit(string message = "change")
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--no-gpg-sign", "--allow-empty", "-m", message);
        return Git("rev-parse", "HEAD");
    }

    public string Git(params string[] arguments) => GitIn(Root, arguments);

    public static string GitIn(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"git {string.Join(' ', arguments)}: {error.Result}");
        return output.TrimEnd('\n');
    }

    public void Dispose() => _folder.Dispose();
}
