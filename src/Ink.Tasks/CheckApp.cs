using System.Globalization;
using Ink.Manifests.Transforms;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Policy;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>Resolves the app for the environment before anything is pushed, and says what the image is called.</summary>
public sealed class CheckApp : AppTask
{
    private static readonly string[] TagProperties = ["ContainerImageTag", "ContainerImageTags"];

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

    /// <summary><c>ContainerImageTag</c> and <c>ContainerImageTags</c> of the .NET SDK, which name images of a plain PublishContainer.</summary>
    public string[] OtherTags { get; set; } = [];

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
        JudgeTags(settings.CommandLine);

        // Rendered for what a transform, an overlay or the policy may refuse; better now than with an image already pushed.
        var overlays = ReadOverlays();
        using var transforms = new TransformSet(settings.Transforms);
        if (!IsDeployed && transforms.IsEmpty && !overlays.Exist(app.Environment))
            return;
        var location = GitOpsLocation.From(context, ProjectDirectory);
        var release = await ReleaseRenderer.RenderAsync(app, context, model, new SourceCommit("", ""), image, location, transforms, overlays, cancellationToken);
        if (!IsDeployed)
            return;
        PullRequestMode.Check(context);
        FailOn(LogFindings(new PolicyReport(ReleasePolicy.Judge(release, resolved, context, image))), NothingPushed);
        if (!Log.HasLoggedErrors && image.Registry is null && !location.IsLocal)
        {
            throw new InkException(
                RuleCatalogue.RegistryFailed.Id,
                $"InkGitOpsUrl is set, so that others deploy what is pushed there, and InkRegistry is not: the image {image} would be on this machine alone. Set InkRegistry to a registry that the cluster pulls from, or leave InkGitOpsUrl out for a try on this machine.");
        }
    }

    // A tag that is not the commit names something else tomorrow; and a rollout by it would be of whatever it names then.
    private void JudgeTags(IReadOnlyDictionary<string, string> commandLine)
    {
        foreach (var name in TagProperties.Where(commandLine.ContainsKey).Where(name => commandLine[name].Length > 0 && commandLine[name] != ImageTag))
            throw new InkException(RuleCatalogue.RegistryFailed.Id, $"{name} is \"{commandLine[name]}\", and the image of a deploy has the commit as its only tag: a tag that moves would not say what runs. Leave {name} out; it is for PublishContainer alone.");
        if (OtherTags.Length > 0)
            Say($"the image has its commit as its only tag; {string.Join(", ", OtherTags)} of the project {(OtherTags.Length == 1 ? "is" : "are")} for PublishContainer alone.");
    }
}
