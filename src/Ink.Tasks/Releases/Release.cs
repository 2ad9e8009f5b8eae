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
    /// <summary>The text of <c>hydrator.metadata</c>; null where that is not wanted.</summary>
    public string? HydratorMetadata { get; init; }

    /// <summary>The app's folder in the repository.</summary>
    public string Folder => FolderOf(App, Environment);

    /// <summary>The Argo CD Application's path in the repository.</summary>
    public string ApplicationPath => ApplicationPathOf(App, Environment);

    /// <summary>Everything that it writes, by path in the repository.</summary>
    public IReadOnlyDictionary<string, string> AllFiles =>
        Files.Select(file => KeyValuePair.Create($"{Folder}/{file.Key}", file.Value))
            .Append(KeyValuePair.Create(ApplicationPath, Application))
            .Concat(HydratorMetadata is null ? [] : [KeyValuePair.Create("hydrator.metadata", HydratorMetadata)])
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>How many files it has in all.</summary>
    public int FileCount => Files.Count + 1;

    /// <summary>The folder of an app in an environment.</summary>
    public static string FolderOf(string app, string environment) => $"apps/{app}/{environment}";

    /// <summary>The commit that brings the repository to this release.</summary>
    /// <param name="identity">Who it is by.</param>
    /// <param name="time">When.</param>
    /// <param name="order">Judges whether what is deployed may be replaced.</param>
    public GitOpsChange ToChange(CommitIdentity identity, DateTimeOffset time, IDeployOrder? order = null) => new(
        [new OwnedFolder(Folder, ApplicationPath, order)],
        AllFiles,
        $"deploy({App}): {Source.Short} to {Environment}",
        [.. Trailers(App, Environment, Source, Image.ToString())],
        identity,
        time);

    /// <summary>What the commit says of a release, for machines.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Trailers(string app, string environment, SourceCommit source, string image) =>
    [
        new("Ink-App", app),
        new("Ink-Environment", environment),
        new("Ink-Source", source.Hash),
        new("Ink-Image", image),
    ];

    /// <summary>Where the Argo CD Application of an app and environment is.</summary>
    public static string ApplicationPathOf(string app, string environment) => $"argocd/{environment}/{app}.yaml";
}
