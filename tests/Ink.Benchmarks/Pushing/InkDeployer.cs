using Ink.Tasks.Git;
using Ink.Tasks.GitOps;

namespace Ink.Benchmarks.Pushing;

/// <summary>Pushes deploys as DeployRelease does, without what comes before.</summary>
internal static class InkDeployer
{
    private static readonly CommitIdentity Identity = new(new Identity("Ink", "ink@example.org"), new Identity("Ink", "ink@example.org"));

    /// <summary>Pushes one deploy of one app.</summary>
    /// <param name="url">The repository.</param>
    /// <param name="folder">Where the project is.</param>
    /// <param name="cache">What is kept from one call to the next; null for nothing.</param>
    /// <param name="app">The app.</param>
    /// <param name="text">What is new.</param>
    public static async Task<(GitOpsResult Result, int GitRuns)> PushAsync(string url, string folder, string? cache, string app, string text)
    {
        using var repository = new GitOpsRepository(new GitOpsTarget(url), folder, new GitOpsOptions { Cache = cache });
        _ = await repository.ResolveIdentityAsync(default);
        return (await repository.PushAsync(Change(app, text), default), repository.GitRuns);
    }

    /// <summary>What a deploy writes, by path; both sides of a pair write the same.</summary>
    public static Dictionary<string, string> Files(string app, string text)
    {
        var owned = $"apps/{app}/dev";
        var files = Enumerable.Range(0, 8).ToDictionary(kind => $"{owned}/kind{kind}-{app}.yaml", kind => $"kind: {kind}\ntext: {text}\n");
        files[$"{owned}/kustomization.yaml"] = $"resources: [{text}]\n";
        files[$"{owned}/.ink/release.json"] = $$"""{ "files": { }, "text": "{{text}}" }""" + "\n";
        files[$"argocd/dev/{app}.yaml"] = $"app: {app} {text}\n";
        return files;
    }

    private static GitOpsChange Change(string app, string text) => new(
        [new OwnedFolder($"apps/{app}/dev", $"argocd/dev/{app}.yaml")], Files(app, text), $"deploy({app}): {text} to dev", [new("Ink-App", app)], Identity, DateTimeOffset.UtcNow);
}
