using System.Globalization;
using Ink.Manifests.Transforms;
using Ink.Tasks.Policy;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>Resolves the app for the environment before anything is pushed, and says what the image is called.</summary>
public sealed class CheckApp : AppTask
{
    /// <summary>The app's name.</summary>
    [Output]
    public string AppName { get; set; } = "";

    /// <summary>The registry's host and port; empty for an archive.</summary>
    [Output]
    public string Registry { get; set; } = "";

    /// <summary>The image's repository.</summary>
    [Output]
    public string ImageRepository { get; set; } = "";

    /// <summary>The port that the web workload listens on; empty without one.</summary>
    [Output]
    public string WebPort { get; set; } = "";

    /// <summary>Whether the app is to be deployed, and so has to meet the policy.</summary>
    public bool IsDeployed { get; set; }

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var settings = ReadSettings();
        var context = ContextOf(settings, EnvironmentName);
        var model = ReadModel(settings);
        var resolved = Resolve(model, context);
        if (resolved.Spec is not { } app)
            return;

        var image = ImageOf(app, context, ImageTag);
        AppName = app.Name;
        Registry = image.Registry ?? "";
        ImageRepository = image.Repository;
        WebPort = app.Web?.Port?.ToString(CultureInfo.InvariantCulture) ?? "";

        // Rendered for what a transform, an overlay or the policy may refuse; better now than with an image already pushed.
        var overlays = ReadOverlays();
        using var transforms = new TransformSet(settings.Transforms);
        if (!IsDeployed && transforms.IsEmpty && !overlays.Exist(app.Environment))
            return;
        var release = await ReleaseRenderer.RenderAsync(app, context, model, new SourceCommit("", ""), image, GitOpsLocation.From(context, ProjectDirectory), transforms, overlays, cancellationToken);
        if (IsDeployed)
            FailOn(LogFindings(new PolicyReport(ReleasePolicy.Judge(release, resolved, context, image))), NothingPushed);
    }
}
