using Ink.Benchmarks.Paired;

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
}
