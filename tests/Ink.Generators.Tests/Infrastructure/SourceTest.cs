using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>A test of an analyzer that looks at code, not at attributes; the markup in the source says where what is reported.</summary>
internal sealed class SourceTest<TAnalyzer> : CSharpCodeFixTest<TAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private CodeFixProvider _fix = new EmptyCodeFixProvider();

    private SourceTest(TestProject project) => this.Prepare(project);

    /// <summary>Asserts what is reported; <paramref name="endings"/> are the ends that messages may have, where they matter.</summary>
    public static Task Check(TestProject project, params string[] endings)
    {
        var test = new SourceTest<TAnalyzer>(project);
        if (endings.Length > 0)
        {
            test.DiagnosticVerifier = (diagnostic, _, verifier) =>
                verifier.True(endings.Any(ending => diagnostic.GetMessage(formatProvider: null).EndsWith(ending, StringComparison.Ordinal)), $"unexpected message: {diagnostic.GetMessage(formatProvider: null)}");
        }

        return test.RunAsync();
    }

    /// <summary>Asserts one diagnostic at <c>{|#0:…|}</c> with its severity.</summary>
    public static Task CheckSeverity(TestProject project, string id, DiagnosticSeverity severity)
    {
        var test = new SourceTest<TAnalyzer>(project);
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(id, severity).WithLocation(0));
        return test.RunAsync();
    }

    /// <summary>Asserts what the fix makes of the first source.</summary>
    public static Task CheckFix<TFix>(TestProject project, string after)
        where TFix : CodeFixProvider, new()
    {
        var test = new SourceTest<TAnalyzer>(project) { _fix = new TFix() };
        test.FixTo([after]);
        return test.RunAsync();
    }

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => [_fix];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
}
