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
        foreach (var (app, context) in apps.Zip(contexts))
        {
            releases.Add(await ReleaseRenderer.RenderAsync(
                app, context, model, new SourceCommit(Commit, CommitTime), ImageOf(app, context, ImageTag), GitOpsLocation.From(context, OutputPath), transforms, ReadOverlays(), cancellationToken));
        }

        var output = new RenderOutput(OutputPath);
        foreach (var release in releases)
            output.Write(release);

        var findings = releases.Select((release, i) => ReleasePolicy.Judge(release, resolved[i], contexts[i], release.Image));
        LogFindings(new PolicyReport(findings.SelectMany(found => found)), asWarnings: true);
        SayFallback(apps);
        Conclude($"{apps[0].Name} rendered for {string.Join(", ", names)}: {releases.Sum(release => release.FileCount)} files in {OutputPath}, image {releases[0].Image}");
    }
}
