using System.Globalization;
using Ink.Benchmarks.Paired;

namespace Ink.Benchmarks.Pushing;

/// <summary>The GitOps step of one deploy, against clone --depth 1, edit, commit and push, in a repository of many files.</summary>
internal static class OnePush
{
    /// <summary>How many files the large repository has.</summary>
    public const int Files = 120_000;

    // In CI nothing is kept; on a machine that has deployed the app before, what others have pushed since is new.
    private const string Own = "app0";

    /// <summary>Compares over file:// and git http-backend; each with a cache of an earlier deploy of the app, and with none.</summary>
    public static int Run(int rounds)
    {
        using var repository = new SeededRepository(Files);
        using var server = new BackendServer(repository.Folder);
        Console.WriteLine($"{repository.Files} files, {repository.Apps} apps");
        foreach (var url in new[] { $"file://{repository.Path}", $"http://{server.Host}/gitops.git" })
        {
            foreach (var cache in new[] { Path.Combine(repository.Folder, "cache"), null })
            {
                Console.WriteLine($"-- {url.Split(':')[0]}, {(cache is null ? "no cache" : "cache of an earlier deploy")}");
                PairedRun.Measure(
                    "clone, edit, commit, push",
                    () => CloneDeployer.Push(url, repository.Folder, RandomApp(repository), Text()),
                    "GitOps step",
                    () => Step(repository, url, cache),
                    rounds,
                    () => GoOn(repository));
            }
        }

        return 0;
    }

    private static void Step(SeededRepository repository, string url, string? cache)
    {
        var (result, runs) = InkDeployer.PushAsync(url, repository.Folder, cache, cache is null ? RandomApp(repository) : Own, Text()).GetAwaiter().GetResult();
        if (result.Commit is null || result.Attempts != 1) throw new InvalidOperationException("It was to be one commit at the first attempt.");
        if (runs > 8) throw new InvalidOperationException($"{runs} runs of git");
    }

    // Somebody else deploys: no step finds the branch where the last one left it.
    private static void GoOn(SeededRepository repository)
    {
        CloneDeployer.TidyUp(repository.Folder);
        InkDeployer.PushAsync($"file://{repository.Path}", repository.Folder, cache: null, RandomApp(repository), Text()).GetAwaiter().GetResult();
    }

    private static string RandomApp(SeededRepository repository) => $"app{Random.Shared.Next(1, repository.Apps).ToString(CultureInfo.InvariantCulture)}";

    private static string Text() => Guid.NewGuid().ToString("N");
}
