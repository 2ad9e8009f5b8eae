using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ink.Tasks.GitOps;

namespace Ink.Tasks.Releases;

/// <summary>
/// A release that waits in a folder until those of the other services of its solution are there too, so that one commit takes them all. Staged
/// by the build of its project, which may be in another process, and read by the one that pushes.
/// </summary>
/// <param name="App">The app's name.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Source">The source commit.</param>
/// <param name="Image">The image.</param>
/// <param name="ProjectDirectory">Where its sources are.</param>
/// <param name="Files">Everything that it writes, by path in the GitOps repository.</param>
internal sealed record StagedRelease(string App, string Environment, SourceCommit Source, string Image, string ProjectDirectory, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Stages a release.</summary>
    public static void Write(string batch, GitOpsLocation location, Release release, string projectDirectory)
    {
        var staged = new StagedRelease(release.App, release.Environment, release.Source, release.Image.ToString(), projectDirectory, release.AllFiles);
        var folder = FolderOf(batch, location);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{release.App}.{release.Environment}.json"), JsonSerializer.Serialize(staged));
    }

    /// <summary>Takes all that are staged for a location, for this caller alone; sorted by app.</summary>
    public static IReadOnlyList<StagedRelease> Take(string batch, GitOpsLocation location)
    {
        var folder = FolderOf(batch, location);
        if (!Directory.Exists(folder)) return [];
        // Whoever comes second finds nothing.
        var taken = $"{folder}.{Guid.NewGuid():N}";
        Directory.Move(folder, taken);
        var staged = Directory.EnumerateFiles(taken).Select(file => JsonSerializer.Deserialize<StagedRelease>(File.ReadAllText(file))!).OrderBy(release => release.App, StringComparer.Ordinal).ToList();
        Directory.Delete(taken, recursive: true);
        return staged;
    }

    /// <summary>The one commit that brings the repository to all of them.</summary>
    /// <param name="releases">At least one.</param>
    /// <param name="orderOf">Judges for each whether what is deployed may be replaced.</param>
    public static Func<Git.CommitIdentity, GitOpsChange> ToChange(IReadOnlyList<StagedRelease> releases, Func<StagedRelease, IDeployOrder?> orderOf) => identity => new GitOpsChange(
        [.. releases.Select(release => new OwnedFolder(Release.FolderOf(release.App, release.Environment), Release.ApplicationPathOf(release.App, release.Environment), orderOf(release)))],
        releases.SelectMany(release => release.Files).ToDictionary(StringComparer.Ordinal),
        $"deploy({string.Join(", ", releases.Select(release => release.App))}): {releases[0].Source.Short} to {releases[0].Environment}",
        [.. releases.SelectMany(release => Release.Trailers(release.App, release.Environment, release.Source, release.Image))],
        identity,
        DateTimeOffset.UtcNow);

    // The address may hold credentials: only its hash is a name.
    private static string FolderOf(string batch, GitOpsLocation location) =>
        Path.Combine(batch, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{location.PublicUrl}\n{location.Branch}\n{location.Target.BasePath}")))[..16]);
}
