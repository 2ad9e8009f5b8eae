using Ink.Manifests.Transforms;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;
using Ink.Tasks.Policy;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>Renders the release with its image pinned and pushes it to the GitOps repository as one commit.</summary>
public sealed class DeployRelease : AppTask
{
    /// <summary><c>InkOutputPath</c>, in full.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary>The source commit, in full.</summary>
    [Required]
    public string Commit { get; set; } = "";

    /// <summary>When it was committed.</summary>
    [Required]
    public string CommitTime { get; set; } = "";

    /// <summary>The image's digest.</summary>
    [Required]
    public string ImageDigest { get; set; } = "";

    /// <summary>Whether the image was there before this call.</summary>
    public bool ImageExisted { get; set; }

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var settings = ReadSettings();
        var context = ContextOf(settings, EnvironmentName);
        var model = ReadModel(settings);
        var resolved = Resolve(model, context);
        if (resolved.Spec is not { } app)
            return;

        var image = ImageOf(app, context, ImageTag, ImageDigest);
        var location = GitOpsLocation.From(context, OutputPath);
        if (location.IsLocal && await LocalGitOpsRepository.EnsureAsync(location.LocalPath!, location.Branch, Detail, cancellationToken))
            Say($"InkGitOpsUrl is not set: the GitOps repository is {location.LocalPath}, made just now.");
        if (image.Registry is null)
            Say($"InkRegistry is not set: the image is the archive {ImageArchive.PathOf(OutputPath, image)}, which no cluster can pull.");

        var source = new SourceCommit(Commit, CommitTime);
        using var transforms = new TransformSet(settings.Transforms);
        var release = await ReleaseRenderer.RenderAsync(app, context, model, source, image, location, transforms, ReadOverlays(), cancellationToken);
        // The warnings have been told by CheckApp, and so have the errors unless something has changed since: this is the last gate.
        var report = new PolicyReport(ReleasePolicy.Judge(release, resolved, context).Where(finding => finding.Severity == RuleSeverity.Error));
        FailOn(LogFindings(report), $"{NothingPushed} to the GitOps repository");
        if (Log.HasLoggedErrors)
            return;

        using var repository = new GitOpsRepository(location.Target, ProjectDirectory, new GitOpsOptions { Log = Detail });
        var result = await repository.PushAsync(release.ToChange(await repository.ResolveIdentityAsync(cancellationToken), DateTimeOffset.UtcNow), cancellationToken);

        SayFallback([app]);
        WarnOfForeignFiles(result);
        Conclude($"{app.Name} {source.Short} → {EnvironmentName}: {ImageStory(image)}, {GitOpsStory(result)}");
    }

    private string ImageStory(ImageName image) => ImageExisted ? $"image {image} was there already" : $"image {image}";
}
