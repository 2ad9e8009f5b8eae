using System.Globalization;
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

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var context = ContextOf(ReadSettings(), EnvironmentName);
        var model = ReadModel();
        if (Resolve(model, context) is not { } app)
            return;

        var image = ImageOf(app, context, ImageTag);
        AppName = app.Name;
        Registry = image.Registry ?? "";
        ImageRepository = image.Repository;
        WebPort = app.Web?.Port?.ToString(CultureInfo.InvariantCulture) ?? "";

        // Of what is rendered only an overlay can still fail; better now than with an image already pushed.
        var overlays = ReadOverlays();
        if (overlays.Exist(app.Environment))
            await ReleaseRenderer.RenderAsync(app, model, new SourceCommit("", ""), image, GitOpsLocation.From(context, ProjectDirectory), overlays, cancellationToken);
    }
}
