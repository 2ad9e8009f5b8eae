using System.Globalization;
using Ink.Benchmarks.Paired;

namespace Ink.Benchmarks.Pushing;

/// <summary>Many deployers of different apps at once, each as on a machine of its own: without a cache that would make them wait for each other.</summary>
internal static class Race
{
    private const int Files = 4_800;
    private const int Paired = 32;
    private const int Most = 64;

    /// <summary>32 against as many loops of clone, commit, push and pull --rebase; then 64, looked at commit by commit.</summary>
    public static int Run(int rounds)
    {
        // What a push uses of the thread pool comes slowly otherwise.
        ThreadPool.SetMinThreads(Most * 2, Most * 2);
        using var repository = new SeededRepository(Files);
        var url = $"file://{repository.Path}";
        Console.WriteLine($"{repository.Files} files, {Paired} deployers");
        PairedRun.Measure("clone, commit, push, pull --rebase", () => CloneAll(repository, url), "GitOps step", () => PushAll(repository, url, Paired), rounds, () => CloneDeployer.TidyUp(repository.Folder));
        return Check(repository, url);
    }

    /// <summary>The pushes alone, for whoever works on the pauses between them.</summary>
    public static int Once(int count)
    {
        ThreadPool.SetMinThreads(count * 2, count * 2);
        using var repository = new SeededRepository(Files);
        for (var round = 0; round < 4; round++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var attempts = PushAll(repository, $"file://{repository.Path}", count);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} deployers: {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s, {attempts} attempts"));
        }

        return 0;
    }

    private static void CloneAll(SeededRepository repository, string url)
    {
        var threads = Enumerable.Range(0, Paired).Select(app => new Thread(() => CloneDeployer.Push(url, repository.Folder, $"app{app}", Text()))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    private static int PushAll(SeededRepository repository, string url, int count)
    {
        var pushes = Enumerable.Range(0, count).Select(app => Task.Run(() => InkDeployer.PushAsync(url, repository.Folder, cache: null, $"app{app}", Text()))).ToArray();
        return Task.WhenAll(pushes).GetAwaiter().GetResult().Sum(push => push.Result.Attempts);
    }

    private static int Check(SeededRepository repository, string url)
    {
        var before = repository.Git("rev-parse", "main").Trim();
        var start = TimeProvider.System.GetTimestamp();
        var attempts = PushAll(repository, url, Most);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Most} deployers: {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s, {attempts} attempts"));

        var commits = repository.Git("rev-list", "--first-parent", $"{before}..main").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var all = repository.Git("rev-list", $"{before}..main").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var apps = new HashSet<string>();
        foreach (var commit in commits)
        {
            var app = repository.Git("log", "-1", "--format=%(trailers:key=Ink-App,valueonly)", commit).Trim();
            var paths = repository.Git("diff-tree", "-r", "--name-only", $"{commit}~1", commit).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (paths.Length != 11 || !paths.All(path => path.StartsWith($"apps/{app}/dev/", StringComparison.Ordinal) || path == $"argocd/dev/{app}.yaml"))
                throw new InvalidOperationException($"{commit} of {app} holds {string.Join(", ", paths)}");
            apps.Add(app);
        }

        repository.Git("fsck", "--strict", "--no-dangling");
        Console.WriteLine($"{apps.Count} of {Most} landed, {(commits.Length == all.Length ? "history linear" : "history not linear")}, each commit holds its own change");
        return apps.Count == Most && commits.Length == Most && all.Length == Most ? 0 : 1;
    }

    private static string Text() => Guid.NewGuid().ToString("N");
}
