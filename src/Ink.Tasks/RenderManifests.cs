using Ink.Manifests.Policy;
using Ink.Manifests.Transforms;
using Ink.Model.Specs;
using Ink.Tasks.Policy;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>Writes the manifests of one environment, or of all.</summary>
public sealed class RenderManifests : AppTask
{
    private const string All = "all";

    /// <summary><c>InkOutputPath</c>, in full.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary>The source commit; empty outside a repository.</summary>
    public string Commit { get; set; } = "";

    /// <summary>When it was committed.</summary>
    public string CommitTime { get; set; } = "";

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var settings = ReadSettings();
        var model = ReadModel(settings);
        string[] names = EnvironmentName == All ? [.. settings.EnvironmentNames] : [EnvironmentName];
        var contexts = names.Select(name => ContextOf(settings, name)).ToList();
        var resolved = contexts.Select(context => Resolve(model, context)).ToList();
        var apps = resolved.Select(app => app.Spec).OfType<AppSpec>().ToList();
        if (Log.HasLoggedErrors)
            return;

        // Everything is rendered before anything is written, so that a failure leaves what was there.
        using var transforms = new TransformSet(settings.Transforms);
        var releases = new List<Release>();
        var judgements = new List<Task<IReadOnlyList<PolicyFinding>>>();
        foreach (var (app, resolution, context) in apps.Zip(resolved, contexts))
        {
            var release = await ReleaseRenderer.RenderAsync(
                app, context, model, new SourceCommit(Commit, CommitTime), ImageOf(app, context, ImageTag), GitOpsLocation.From(context, OutputPath), transforms, ReadOverlays(), cancellationToken);
            releases.Add(release);
            // Beside the render of the next environment: the two have nothing in common.
            judgements.Add(Task.Run(() => ReleasePolicy.Judge(release, resolution, context, release.Image), CancellationToken.None));
        }

        var output = new RenderOutput(OutputPath);
        foreach (var release in releases)
            output.Write(release);

        var findings = await Task.WhenAll(judgements);
        LogFindings(new PolicyReport(findings.SelectMany(found => found)), asWarnings: true);
        SayFallback(apps);
        Conclude($"{apps[0].Name} rendered for {string.Join(", ", names)}: {releases.Sum(release => release.FileCount)} files in {OutputPath}, image {releases[0].Image}");
    }
}
