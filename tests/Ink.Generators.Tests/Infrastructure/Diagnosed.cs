using System.Collections.Immutable;
using Ink.Generators.Secrets;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>Runs the generator and every analyzer over sources that need not compile.</summary>
internal static class Diagnosed
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [new InkAttributeAnalyzer(), new SecretAnalyzer(), new KubernetesObjectAnalyzer(), new ShutdownTimeoutAnalyzer(), new WorkerSuppressor()];

    /// <summary>Fails where one of them throws; the compiler's own errors are expected.</summary>
    public static async Task AssertNothingThrows(TestProject project)
    {
        var run = project.Generate();
        var generated = run.Driver.GetRunResult();
        Assert.Null(generated.Results.Single().Exception);
        Assert.DoesNotContain(generated.Diagnostics, diagnostic => diagnostic.Id == "CS8785");
        Assert.DoesNotContain("AD0001", await IdsOf(run, project));
    }

    /// <summary>The ids of all that is reported.</summary>
    public static Task<ISet<string>> IdsOf(TestProject project) => IdsOf(project.Generate(), project);

    private static async Task<ISet<string>> IdsOf(GeneratorRun run, TestProject project)
    {
        var options = new AnalyzerOptions([], new PropertyOptions(project.Properties, project.Configuration));
        var diagnostics = await run.Output
            .WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        return diagnostics.Select(diagnostic => diagnostic.Id).ToHashSet();
    }
}
