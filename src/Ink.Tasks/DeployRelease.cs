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

    /// <summary>The image's digest; empty where only a container engine has it.</summary>
    public string ImageDigest { get; set; } = "";

    /// <summary>The image's archive; empty where it is elsewhere.</summary>
    public string Archive { get; set; } = "";

    /// <summary><c>LocalRegistry</c> of the .NET SDK.</summary>
    public string LocalRegistry { get; set; } = "";

    /// <summary>Whether the image was there before this call.</summary>
    public bool ImageExisted { get; set; }

    /// <summary>What this call was made with, and where it is to be noted for the next one; empty for neither.</summary>
    public string Fingerprint { get; set; } = "";

    /// <inheritdoc cref="Fingerprint"/>
    public string RecordPath { get; set; } = "";

    /// <summary>Where the release waits for those of other services instead of being pushed; empty for not at all.</summary>
    public string BatchPath { get; set; } = "";

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
        await EnsureStandInAsync(location, cancellationToken);
        if (image.Registry is null)
            Say($"InkRegistry is not set: the image is {(Archive.Length > 0 ? $"the archive {Archive}, which no cluster can pull" : $"in {LocalRegistry} on this machine, and no other can pull it")}.");

        var source = new SourceCommit(Commit, CommitTime);
        using var transforms = new TransformSet(settings.Transforms);
        var release = await ReleaseRenderer.RenderAsync(app, context, model, source, image, location, transforms, ReadOverlays(), cancellationToken);
        // The warnings have been told by CheckApp, and so have the errors unless something has changed since: this is the last gate.
        var report = new PolicyReport(ReleasePolicy.Judge(release, resolved, context).Where(finding => finding.Severity == RuleSeverity.Error));
        FailOn(LogFindings(report), $"{NothingPushed} to the GitOps repository");
        if (Log.HasLoggedErrors)
            return;

        if (BatchPath.Length > 0)
        {
            StagedRelease.Write(BatchPath, location, release, ProjectDirectory);
            SayFallback([app]);
            Say($"{app.Name} {source.Short} → {EnvironmentName}: {ImageStory(image)}, waits for the rest of the batch");
            return;
        }

        var result = await PushAsync(release, context, location, cancellationToken);

        SayFallback([app]);
        WarnOfFinds(result);
        Conclude($"{app.Name} {source.Short} → {EnvironmentName}: {ImageStory(image)}, {GitOpsStory(result)}");
        // Only what the commit and the fingerprint determine, and only what there is nothing more to say of.
        var isRepeatable = Fingerprint.Length > 0 && ImageTag == Commit && image.Digest is not null && transforms.IsEmpty && !ReadOverlays().Exist(app.Environment) && model.ConfigFiles.IsEmpty;
        if (isRepeatable && result.Branch is null && result.Warnings.Count + result.ForeignFiles.Count == 0)
            new DeployRecord(Fingerprint, app.Name, source.Hash, image.Registry ?? "", image.Repository, image.Digest!, result.Tip).Write(RecordPath);
    }

    private string ImageStory(ImageName image) =>
        $"image {image}{DeployRecord.PlaceOf(image, Archive.Length > 0 ? "an archive" : $"in {LocalRegistry}")}{(ImageExisted ? " was there already" : "")}";
}
