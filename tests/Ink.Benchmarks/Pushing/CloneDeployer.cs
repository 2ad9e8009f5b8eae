namespace Ink.Benchmarks.Pushing;

/// <summary>What a pipeline does without Ink: clone, edit, commit, push, and pull --rebase where somebody was faster.</summary>
internal static class CloneDeployer
{
    private const string Clones = "clones";

    private static readonly string[] Commit = ["-c", "user.name=Pipeline", "-c", "user.email=pipeline@example.org", "-c", "gc.auto=0"];

    /// <summary>Pushes one deploy of one app; gives the number of pushes.</summary>
    public static int Push(string url, string folder, string app, string text)
    {
        var clone = Path.Combine(folder, Clones, Guid.NewGuid().ToString("N"));
        SeededRepository.Git(folder, "clone", "--quiet", "--depth", "1", url, clone);
        foreach (var (path, content) in InkDeployer.Files(app, text)) File.WriteAllText(Path.Combine(clone, path), content);
        SeededRepository.Git(clone, "add", "--all");
        SeededRepository.Git(clone, [.. Commit, "commit", "--quiet", "--no-gpg-sign", "-m", $"deploy({app}): {text} to dev"]);
        var pushes = 1;
        for (; !Output.Try("git", clone, out _, "push", "--quiet", "origin", "HEAD:main"); pushes++)
            Output.Try("git", clone, out _, [.. Commit, "pull", "--quiet", "--rebase", "origin", "main"]);
        return pushes;
    }

    /// <summary>Deletes the clones, which no pipeline waits for.</summary>
    public static void TidyUp(string folder) => Output.Of("rm", folder, "-rf", Clones);
}
