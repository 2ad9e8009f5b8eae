using System.Globalization;
using Ink.Benchmarks.Paired;

namespace Ink.Benchmarks.Pushing;

/// <summary>The GitOps step of one deploy, against clone --depth 1, edit, commit and push, in a repository of many files.</summary>
internal static class OnePush
{
    private const int Files = 120_000;

    /// <summary>Compares over file:// and git http-backend; each with a cache that is warm, as on a developer's machine, and with none, as in CI.</summary>
    public static int Run(int rounds)
    {
        using var repository = new SeededRepository(Files);
        using var server = new BackendServer(repository.Folder);
        Console.WriteLine($"{repository.Files} files, {repository.Apps} apps");
        foreach (var url in new[] { $"file://{repository.Path}", $"http://{server.Host}/gitops.git" })
        {
            foreach (var isWarm in new[] { true, false })
            {
                Console.WriteLine($"-- {url.Split(':')[0]}, {(isWarm ? "cache of earlier deploys" : "no cache")}");
                PairedRun.Measure("clone, edit, commit, push", () => CloneDeployer.Push(url, repository.Folder, RandomApp(repository), Text()), "GitOps step", () => Step(repository, url, isWarm), rounds, () => CloneDeployer.TidyUp(repository.Folder));
            }
        }

        return 0;
    }

    private static void Step(SeededRepository repository, string url, bool isWarm)
    {
        var (result, runs) = InkDeployer.PushAsync(url, repository.Folder, isWarm ? Path.Combine(repository.Folder, "cache") : null, RandomApp(repository), Text()).GetAwaiter().GetResult();
        if (result.Commit is null || result.Attempts != 1) throw new InvalidOperationException("It was to be one commit at the first attempt.");
        if (runs > 8) throw new InvalidOperationException($"{runs} runs of git");
    }

    // Another app each time: what the cache has of an app itself would flatter the step.
    private static string RandomApp(SeededRepository repository) => $"app{Random.Shared.Next(repository.Apps).ToString(CultureInfo.InvariantCulture)}";

    private static string Text() => Guid.NewGuid().ToString("N");
}
