using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Tests.Generator;

/// <summary>
/// Command line, file and global configuration may all speak of one rule: whichever of them the compiler goes by, the targets have to go by it
/// too. That it is the right one is the compiler's business.
/// </summary>
public sealed class RuleOptionsTests
{
    private const string Rule = "INK1009";
    private const string Source = """[assembly: Ink.Web(Replicas = 1)] [assembly: Ink.Resources(Cpu = "1", Memory = "1Gi")]""";

    public static TheoryData<ReportDiagnostic, ReportDiagnostic?, ReportDiagnostic?, ReportDiagnostic?> Ways
    {
        get
        {
            // Command line for all, for the rule; the file's and the global configuration.
            var ways = new TheoryData<ReportDiagnostic, ReportDiagnostic?, ReportDiagnostic?, ReportDiagnostic?>();
            ReportDiagnostic?[] specific = [null, ReportDiagnostic.Suppress, ReportDiagnostic.Error, ReportDiagnostic.Default];
            ReportDiagnostic?[] configured = [null, ReportDiagnostic.Error, ReportDiagnostic.Warn, ReportDiagnostic.Info, ReportDiagnostic.Suppress];
            foreach (var general in new[] { ReportDiagnostic.Default, ReportDiagnostic.Error })
            {
                foreach (var ofRule in specific)
                {
                    foreach (var ofFile in configured)
                    {
                        foreach (var global in configured.Take(3))
                            ways.Add(general, ofRule, ofFile, global);
                    }
                }
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_targets_weigh_a_rule_as_the_compiler_does(
        ReportDiagnostic general, ReportDiagnostic? ofRule, ReportDiagnostic? ofFile, ReportDiagnostic? global)
    {
        var project = TestProject.Web(Source) with
        {
            Options = options => options
                .WithGeneralDiagnosticOption(general)
                .WithSpecificDiagnosticOptions(ofRule is { } report ? options.SpecificDiagnosticOptions.SetItem(Rule, report) : options.SpecificDiagnosticOptions)
                .WithSyntaxTreeOptionsProvider(new Provider(ofFile, global)),
        };

        var weighed = await Weighed.Of(project, "production", Rule);

        Assert.Equal(weighed.InCompiler, weighed.InTargets);
    }

    private sealed class Provider(ReportDiagnostic? ofFile, ReportDiagnostic? global) : SyntaxTreeOptionsProvider
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
