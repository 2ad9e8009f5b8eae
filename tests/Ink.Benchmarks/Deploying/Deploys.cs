using Ink.Benchmarks.Paired;
using Ink.Benchmarks.Pushing;

namespace Ink.Benchmarks.Deploying;

/// <summary>What a deploy costs beside the publish of an image that it contains, or saves.</summary>
internal static class Deploys
{
    /// <summary>A commit that is deployed already, against a publish that finds everything compiled and its layers uploaded.</summary>
    public static int RunAgain(string registry, int rounds)
    {
        using var service = new DeployedService(registry);
        PairedRun.Measure(service.PlainPublish, service.Deploy, rounds);
        return 0;
    }

    /// <summary>The first deploy of a commit, against the publish of as new a one.</summary>
    public static int RunFirst(string registry, int rounds)
    {
        using var service = new DeployedService(registry);
        PairedRun.Measure(service.PlainPublish with { Prepare = service.Commit }, service.Deploy with { Prepare = service.Commit }, rounds);
        return 0;
    }

    /// <summary>A promotion in a large repository, against building and publishing the commit anew.</summary>
    public static int RunPromotion(string registry, int rounds)
    {
        using var repository = new SeededRepository(OnePush.Files);
        using var service = new DeployedService(registry);
        Console.WriteLine($"{repository.Files} files");
        PairedRun.Measure(service.PlainPublish with { Prepare = service.Commit }, service.Promote($"file://{repository.Path}"), rounds);
        return 0;
    }
}
