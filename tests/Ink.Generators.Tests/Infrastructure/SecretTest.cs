using Ink.Generators.CodeFixes.Secrets;
using Ink.Generators.Secrets;
using Ink.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>
/// A test of what is said about secrets, and of the fix. In sources <c>§name§</c> stands for a secret of <see cref="SampleSecrets"/>, so that
/// no test holds one.
/// </summary>
internal sealed class SecretTest : CSharpCodeFixTest<SecretAnalyzer, MoveSecretCodeFix, DefaultVerifier>
{
    private const string Program = "/src/Program.cs";
    private const string Other = "/src/Other.cs";

    private SecretTest(TestProject project) => this.Prepare(project);

    /// <summary>Asserts what is reported, where <c>{|INK3001:…|}</c> says so.</summary>
    public static Task Check(string source, TestProject? project = null) => Of(source, project).RunAsync();

    /// <summary>Asserts one diagnostic at <c>{|#0:…|}</c> with its severity.</summary>
    public static Task CheckSeverity(string source, string id, DiagnosticSeverity severity, TestProject? project = null)
    {
        var test = Of(source, project);
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(id, severity).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    /// <summary>Asserts what the fix makes of the source, one by one and all at once; <see langword="null"/> where it has to leave it alone.</summary>
    public static Task CheckFix(string source, string? @fixed, TestProject? project = null)
    {
        var test = Of(source, project);
        test.FixTo(@fixed ?? source);
        return test.RunAsync();
    }

    /// <summary>Asserts what the fix makes of the program and of another file, all at once.</summary>
    public static Task CheckFixAll(string program, string fixedProgram, string other, string fixedOther)
    {
        var test = Of(program, project: null);
        test.TestState.Sources.Insert(1, (Other, Text(other)));
        test.FixTo(fixedProgram, (Other, Text(fixedOther)));
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInDocumentCheck;
        return test.RunAsync();
    }

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);

    private void FixTo(string program, params (string, SourceText)[] others)
    {
        FixedState.Sources.Add((Program, Text(program)));
        FixedState.Sources.AddRange(others);
        FixedState.Sources.AddRange(TestState.Sources.Skip(1 + others.Length));
        FixedState.MarkupHandling = MarkupMode.Allow;
    }

    private static SourceText Text(string source) => SourceText.From(SampleSecrets.FillIn(source));

    private static SecretTest Of(string source, TestProject? project)
    {
        var test = new SecretTest((project ?? TestProject.Web()) with { Sources = [] });
        test.TestState.Sources.Insert(0, (Program, Text(source)));
        return test;
    }
}
