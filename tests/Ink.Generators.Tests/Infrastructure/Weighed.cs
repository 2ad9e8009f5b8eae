using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>How much the findings of a project weigh, on both sides: in the compiler, and in the targets, which have the model alone.</summary>
internal sealed record Weighed(IReadOnlyList<string> InCompiler, IReadOnlyList<string> InTargets)
{
    /// <summary>The findings of some rules in one environment: <c>INK1009 Warning</c>, sorted.</summary>
    public static async Task<Weighed> Of(TestProject project, string environment, params string[] rules)
    {
        project = project.With("InkEnvironmentNames", environment);
        var run = project.Generate();
        var options = new AnalyzerOptions([], new PropertyOptions(project.Properties, project.Configuration));
        var diagnostics = await run.Output
            .WithAnalyzers([new InkAttributeAnalyzer()], new CompilationWithAnalyzersOptions(options, null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();

        var model = Manifests.Reading.ModelReader.Read(run.Model().GetRawText());
        var context = new Model.Resolution.ResolutionContext(environment)
        {
            KnownEnvironments = [environment],
            Project = project.Properties.ToDictionary(property => property.Key.Replace("build_property.", "", StringComparison.Ordinal), property => property.Value),
        };
        return new Weighed(
            Sorted(diagnostics.Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity != DiagnosticSeverity.Hidden).Select(diagnostic => (diagnostic.Id, diagnostic.Severity.ToString()))),
            Sorted(Model.Resolution.AppResolver.Resolve(model, context).Findings.Select(finding => (finding.Rule.Id, finding.Severity.ToString()))));

        IReadOnlyList<string> Sorted(IEnumerable<(string Id, string Severity)> findings) =>
            [.. findings.Where(finding => rules.Contains(finding.Id)).Select(finding => $"{finding.Id} {finding.Severity}").Order(StringComparer.Ordinal)];
    }
}
