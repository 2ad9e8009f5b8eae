using Ink.Tasks.Git;
using Ink.Tasks.GitOps;

namespace Ink.Tasks.Releases;

/// <summary>An application rendered for one environment from one commit: everything that the GitOps repository holds of it.</summary>
/// <param name="App">The app's name.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Source">The source commit.</param>
/// <param name="Image">The image.</param>
/// <param name="Files">Path below the app's folder → text: the manifests, <c>kustomization.yaml</c>, <c>.ink/release.json</c>.</param>
/// <param name="Application">The Argo CD Application.</param>
internal sealed record Release(
    string App,
    string Environment,
    SourceCommit Source,
    ImageName Image,
    IReadOnlyDictionary<string, string> Files,
    string Application)
{
    /// <summary>The app's folder in the repository.</summary>
    public string Folder => FolderOf(App, Environment);

    /// <summary>The Argo CD Application's path in the repository.</summary>
    public string ApplicationPath => $"argocd/{Environment}/{App}.yaml";

    /// <summary>How many files it has in all.</summary>
    public int FileCount => Files.Count + 1;

    /// <summary>The folder of an app in an environment.</summary>
    public static string FolderOf(string app, string environment) => $"apps/{app}/{environment}";

    /// <summary>The commit that brings the repository to this release.</summary>
    /// <param name="identity">Who it is by.</param>
    /// <param name="time">When.</param>
    /// <param name="order">Judges whether what is deployed may be replaced.</param>
    public GitOpsChange ToChange(CommitIdentity identity, DateTimeOffset time, IDeployOrder? order = null)
    {
        var files = Files.ToDictionary(file => $"{Folder}/{file.Key}", file => file.Value, StringComparer.Ordinal);
        files[ApplicationPath] = Application;
        return new GitOpsChange(
            [new OwnedFolder(Folder, ApplicationPath, order)],
            files,
            $"deploy({App}): {Source.Short} to {Environment}",
            [
                new("Ink-App", App),
                new("Ink-Environment", Environment),
                new("Ink-Source", Source.Hash),
                new("Ink-Image", Image.ToString()),
            ],
            identity,
            time);
    }
}
