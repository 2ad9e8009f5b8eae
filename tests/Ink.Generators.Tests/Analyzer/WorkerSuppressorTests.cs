using System.Collections.Immutable;
using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Tests.Analyzer;

public sealed class WorkerSuppressorTests
{
    [Fact]
    public async Task Classes_that_the_host_creates_are_not_called_unused()
    {
        const string source =
            """
            [assembly: Ink.Worker<Named>] [assembly: Ink.Worker<Generic<int>>] [assembly: Ink.CronJob<Timed>("@daily")] [assembly: Ink.Job<Once>]
            return;
            internal sealed class Named;
            internal sealed class Generic<T>;
            internal sealed class Timed;
            internal sealed class Once;
            internal sealed class Unnamed;
            """;

        var diagnostics = await TestProject.Web(source).Compile()
            .WithAnalyzers([new Unused(), new WorkerSuppressor()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, false, reportSuppressedDiagnostics: true))
            .GetAnalyzerDiagnosticsAsync();

        Assert.Equal(
            ["Generic True", "Named True", "Once True", "Timed True", "Unnamed False"],
            diagnostics.Select(diagnostic => $"{diagnostic.GetMessage(formatProvider: null)} {diagnostic.IsSuppressed}").Order(StringComparer.Ordinal));
    }

    /// <summary>Stands for the SDK's rule, and calls every class unused.</summary>
#pragma warning disable RS1029, RS1036, RS1038, RS1041, RS2008 // It stands for the rule of that id, in a test, and is not published.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Unused : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("CA1812", "unused", "{0}", "test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(
                node => node.ReportDiagnostic(Diagnostic.Create(Rule, ((ClassDeclarationSyntax)node.Node).Identifier.GetLocation(), ((ClassDeclarationSyntax)node.Node).Identifier.ValueText)),
                Microsoft.CodeAnalysis.CSharp.SyntaxKind.ClassDeclaration);
        }
    }
}
