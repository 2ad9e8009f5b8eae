using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>Runs generator and analyzer over sources that need not compile.</summary>
internal static class Diagnosed
{
    /// <summary>Fails where one of the two throws; the compiler's own errors are expected.</summary>
    public static async Task AssertNothingThrows(TestProject project)
    {
        var run = project.Generate();
        Assert.Null(run.Driver.GetRunResult().Results.Single().Exception);

        var options = new AnalyzerOptions([], new PropertyOptions(project.Properties, project.Configuration));
        var diagnostics = await run.Output
            .WithAnalyzers([new InkAttributeAnalyzer()], new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id is "AD0001" or "CS8785");
    }
}
