using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>Pushes what the services of a solution have staged with <c>InkBatch</c>, as one commit: all of it or nothing.</summary>
public sealed class PushBatch : ProjectTask
{
    /// <summary><c>InkEnvironment</c>.</summary>
    [Required]
    public string EnvironmentName { get; set; } = "";

    /// <summary><c>InkOutputPath</c>, in full.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary>Where releases are staged.</summary>
    [Required]
    public string BatchPath { get; set; } = "";

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var context = ContextOf(ReadSettings(), EnvironmentName);
        var location = GitOpsLocation.From(context, OutputPath);
        var releases = StagedRelease.Take(BatchPath, location);
        if (releases.Count == 0)
            return;

        var change = StagedRelease.ToChange(releases, release => OrderOf(context, release.ProjectDirectory, release.App, release.Environment, release.Source));
        var result = await PushAsync(change, $"ink/batch/{EnvironmentName}/{releases[0].Source.Short}", context, location, cancellationToken);

        WarnOfFinds(result);
        Conclude($"{string.Join(", ", releases.Select(release => $"{release.App} {release.Source.Short}"))} → {EnvironmentName}: {GitOpsStory(result)}");
    }
}
