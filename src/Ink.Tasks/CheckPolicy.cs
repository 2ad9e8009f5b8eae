using Ink.Manifests.Policy;
using Ink.Manifests.Transforms;
using Ink.Model.Specs;
using Ink.Tasks.Policy;
using Ink.Tasks.Releases;

namespace Ink.Tasks;

/// <summary>Renders every environment and holds what comes of it to the policy. Nothing is written but the report.</summary>
public sealed class CheckPolicy : AppTask
{
    /// <summary><c>InkReport</c>, in full: where to write SARIF; empty for nowhere.</summary>
    public string ReportPath { get; set; } = "";

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var settings = ReadSettings();
        var model = ReadModel(settings);
        var findings = new List<PolicyFinding>();
        var objects = 0;
        AppSpec? last = null;
        using var transforms = new TransformSet(settings.Transforms);
        foreach (var name in settings.EnvironmentNames)
        {
            var context = ContextOf(settings, name);
            var resolved = Resolve(model, context);
            if (resolved.Spec is not { } app)
                continue;
            var image = ImageOf(app, context, ImageTag);
            var release = await ReleaseRenderer.RenderAsync(
                app, context, model, new SourceCommit("", ""), image, GitOpsLocation.From(context, ProjectDirectory), transforms, ReadOverlays(), cancellationToken);
            var set = ReleasePolicy.SetOf(release);
            objects += set.Count;
            findings.AddRange(ReleasePolicy.Judge(set, resolved, context, image));
            last = app;
        }

        var report = new PolicyReport(findings);
        WriteReport(report, ReportPath, entry => $"{entry.Environments[0]}/{entry.Finding.File}");
        foreach (var line in LogFindings(report).Table(settings.EnvironmentNames))
            Say(line);
        FailOn(report, NothingPushed);
        if (last is not null && !Log.HasLoggedErrors)
            Conclude($"{last.Name} checked for {string.Join(", ", settings.EnvironmentNames)}: {PolicyReport.Words(objects, "object")}, {report}");
    }
}
