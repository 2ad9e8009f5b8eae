using System.Globalization;
using Ink.Manifests.Transforms;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;
using Ink.Tasks.Policy;
using Ink.Tasks.Registry;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>
/// Takes what is deployed to one environment to another: the same image, and manifests rendered from the model that its release carries. The
/// source is not read and nothing is compiled.
/// </summary>
public sealed class PromoteRelease : ProjectTask
{
    /// <summary><c>InkFrom</c>.</summary>
    public string From { get; set; } = "";

    /// <summary><c>InkTo</c>.</summary>
    public string To { get; set; } = "";

    /// <summary>The name of the project's assembly, by which its releases are known.</summary>
    [Required]
    public string AssemblyName { get; set; } = "";

    /// <summary><c>InkOutputPath</c>, in full.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary>What registries are asked with; tests put their own in.</summary>
    internal RegistryOptions RegistryOptions { get; init; } = new();

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        CheckEnvironments();
        var settings = ReadSettings();
        var from = ContextOf(settings, From, "InkFrom");
        var target = ContextOf(settings, To, "InkTo");
        var released = await FindAsync(from, cancellationToken);

        var to = target with { ConfigFiles = released.Model.ConfigFiles };
        var resolved = Resolve(released.Model, to);
        if (resolved.Spec is not { } app)
            return;

        var image = PromotedImage.NameOf(released.Image, ImageOf(app with { Name = released.App }, from, released.Image.Tag), ImageOf(app, to, released.Image.Tag));
        var location = GitOpsLocation.From(to, OutputPath);
        if (image.Registry is null && !location.IsLocal)
        {
            throw new InkException(
                RuleCatalogue.RegistryFailed.Id,
                $"The image {image} is in no registry, and what is pushed to InkGitOpsUrl is deployed by others. Set InkRegistry to a registry that the cluster pulls from, and deploy the commit to {From} once more.");
        }

        using var transforms = new TransformSet(settings.Transforms);
        var release = await ReleaseRenderer.RenderAsync(app, to, released.Model, released.Source, image, location, transforms, ReadOverlays(), cancellationToken);
        // Before the image goes anywhere: what must not be deployed needs no copy.
        FailOn(LogFindings(new PolicyReport(ReleasePolicy.Judge(release, resolved, to))), NothingPushed);
        if (Log.HasLoggedErrors)
            return;

        Tell(released.Image, image, await new PromotedImage(released.Image, image, RegistryOptions).ArriveAsync(OutputPath, cancellationToken));
        await EnsureStandInAsync(location, cancellationToken);
        var result = await PushAsync(release, to, location, cancellationToken);

        if (released.Ink != InkVersion.Current)
            Warn(RuleCatalogue.OtherVersion, $"Ink {released.Ink} rendered {app.Name} for {From}, and Ink {InkVersion.Current} rendered it for {To}, so the two may differ in more than their environments. Deploy to {From} with this version first.");
        SayFallback([app]);
        WarnOfFinds(result);
        Conclude($"{app.Name} {released.Source.Short} → {To} (from {From}): image {image}, {GitOpsStory(result)}");
    }

    private void CheckEnvironments()
    {
        foreach (var (name, value) in new[] { ("InkFrom", From), ("InkTo", To) })
        {
            if (value.Length == 0)
                throw new InkException(RuleCatalogue.UndeclaredEnvironment.Id, $"{name} is not set, and a promotion goes from one environment to another. Pass both: dotnet publish -t:InkPromote -p:InkFrom=staging -p:InkTo=production.");
        }

        if (From == To)
            throw new InkException(RuleCatalogue.NothingToPromote.Id, $"InkFrom and InkTo are both \"{From}\": what is deployed there is there already. Pass two environments.");
    }

    private async Task<DeployedRelease> FindAsync(ResolutionContext context, CancellationToken cancellationToken)
    {
        var location = GitOpsLocation.From(context, OutputPath);
        using var repository = Open(location);
        var search = new ReleaseSearch(repository, context, AssemblyName);
        // The stand-in is made by the first deploy, not by looking for one.
        return location.IsLocal && !Directory.Exists(location.LocalPath) ? throw search.Missing() : await search.FindAsync(cancellationToken);
    }

    private void Tell(ImageName source, ImageName image, ImageCopyResult? copy)
    {
        if (image.Registry is null)
            Say($"InkRegistry is not set: the image {image} is on this machine, and no other can pull it.");
        if (copy is null)
            return;
        if (copy.Sent + copy.Mounted > 0)
            Say($"image copied from {source.Registry}/{source.Repository} to {image.Registry}/{image.Repository}: {copy.Sent} blobs sent ({(copy.Bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture)} MB), {copy.Mounted} mounted, {copy.Present} there already.");
        foreach (var missing in copy.NotAttached)
            Warn(RuleCatalogue.SupplyChainFailed, $"The image has arrived in {image.Registry}/{image.Repository}, and not all that is attached to it: {missing} Promote again once that is mended; what is there is not copied again.");
    }
}
