using System.Diagnostics;
using Ink.Model.Secrets;

namespace Ink.Model.Tests.Secrets;

/// <summary>Ink holds itself to its rules: no credential stands in this repository, apart from the corpus, which is encoded.</summary>
public sealed class RepositoryTests
{
    [Fact]
    public void No_file_of_the_repository_holds_a_credential_of_a_known_format()
    {
        var files = TrackedFiles();
        var found =
            from file in files
            where !file.Contains("/Secrets/Corpus/", StringComparison.Ordinal) && File.Exists(RepositoryRoot.Combine(file))
            let text = File.ReadAllText(RepositoryRoot.Combine(file))
            where !text.Contains('\0', StringComparison.Ordinal)
            from line in text.Split('\n').Select((line, index) => (Text: line, Number: index + 1))
            from finding in SecretScanner.Scan(name: null, line.Text)
            // A line of source is no connection string; its literals are read by the test of the analyzer.
            where finding.Rule.Id is "INK3001" or "INK3002" || finding.Format == "password in a URL"
            select $"{file}({line.Number}): {finding.Format} {finding.Shown}";

        Assert.True(files.Count > 300, $"only {files.Count} files are tracked");
        Assert.True(!found.Any(), string.Join("\n", found));
    }

    private static List<string> TrackedFiles()
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true, ArgumentList = { "ls-files", "-z" } };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries)];
    }
}
