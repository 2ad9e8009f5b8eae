using System.Collections.Immutable;
using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Tests.Generator;

/// <summary>
/// What a project says of a rule reaches the targets by way of the model: in each way the model has to say what the compiler does.
/// </summary>
public sealed class RuleOptionsTests
{
    private const string Rule = "INK1009";
    private const string Source = """[assembly: Ink.Web(Replicas = 1)] [assembly: Ink.Resources(Cpu = "1", Memory = "1Gi")]""";

    public static TheoryData<string, ReportDiagnostic, ReportDiagnostic?, ReportDiagnostic?, ReportDiagnostic?> Ways
    {
        get
        {
            // Command line for all, for the rule; the file's and the global configuration.
            var ways = new TheoryData<string, ReportDiagnostic, ReportDiagnostic?, ReportDiagnostic?, ReportDiagnostic?>();
            ReportDiagnostic?[] specific = [null, ReportDiagnostic.Suppress, ReportDiagnostic.Error, ReportDiagnostic.Default];
            ReportDiagnostic?[] configured = [null, ReportDiagnostic.Error, ReportDiagnostic.Warn, ReportDiagnostic.Info, ReportDiagnostic.Suppress];
            foreach (var general in new[] { ReportDiagnostic.Default, ReportDiagnostic.Error })
            {
                foreach (var ofRule in specific)
                {
                    foreach (var ofFile in configured)
                    {
                        foreach (var global in configured.Take(3))
                            ways.Add(Source, general, ofRule, ofFile, global);
                    }
                }
            }

            ways.Add($"#pragma warning disable {Rule}\n{Source}", ReportDiagnostic.Default, null, null, null);
            ways.Add($"#pragma warning disable {Rule}\n#pragma warning restore {Rule}\n{Source}", ReportDiagnostic.Default, null, null, null);
            ways.Add($"#pragma warning disable\n{Source}", ReportDiagnostic.Default, null, null, null);
            ways.Add($"""[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("Ink", "{Rule}:One replica")] {Source}""", ReportDiagnostic.Default, null, null, null);
            ways.Add($"""[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("Ink", "{Rule}", Scope = "type", Target = "~T:Shop.Order")] {Source}""", ReportDiagnostic.Default, null, null, null);
            ways.Add($"""[assembly: Ink.Suppress("{Rule}", "One licence.")] {Source}""", ReportDiagnostic.Default, null, null, null);
            ways.Add($"""[assembly: Ink.Suppress("{Rule}", "One licence.", Until = "2020-01-01")] {Source}""", ReportDiagnostic.Default, null, null, null);
            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_targets_weigh_a_rule_as_the_compiler_does(
        string source, ReportDiagnostic general, ReportDiagnostic? ofRule, ReportDiagnostic? ofFile, ReportDiagnostic? global)
    {
        var project = TestProject.Web(source) with
        {
            Options = options => options
                .WithGeneralDiagnosticOption(general)
                .WithSpecificDiagnosticOptions(ofRule is { } report ? options.SpecificDiagnosticOptions.SetItem(Rule, report) : options.SpecificDiagnosticOptions)
                .WithSyntaxTreeOptionsProvider(new Configuration(ofFile, global)),
        };
        var run = project.Generate();

        Assert.Equal(await InCompiler(run, project), InTargets(run));
    }

    private static async Task<string> InCompiler(GeneratorRun run, TestProject project)
    {
        var options = new AnalyzerOptions([], new PropertyOptions(project.Properties));
        var diagnostics = await run.Output
            .WithAnalyzers([new InkAttributeAnalyzer()], new CompilationWithAnalyzersOptions(options, null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        return diagnostics.SingleOrDefault(diagnostic => diagnostic.Id == Rule && !diagnostic.IsSuppressed)?.Severity.ToString() ?? "None";
    }

    private static string InTargets(GeneratorRun run)
    {
        var model = Manifests.Reading.ModelReader.Read(run.Model().GetRawText());
        var resolved = Model.Resolution.AppResolver.Resolve(model, new Model.Resolution.ResolutionContext("production"));
        return resolved.Findings.SingleOrDefault(finding => finding.Rule.Id == Rule)?.Severity.ToString() ?? "None";
    }

    private sealed class Configuration(ReportDiagnostic? ofFile, ReportDiagnostic? global) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            Get(diagnosticId, ofFile, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            Get(diagnosticId, global, out severity);

        private static bool Get(string id, ReportDiagnostic? value, out ReportDiagnostic severity)
        {
            severity = value ?? ReportDiagnostic.Default;
            return id == Rule && value is not null;
        }
    }
}
