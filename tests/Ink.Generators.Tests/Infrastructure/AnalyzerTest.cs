using Ink.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>
/// A test of the analyzer and its fixes: markup in the source says where what is reported, anything else fails the test, the
/// compiler's own errors included.
/// </summary>
internal sealed class AnalyzerTest : CSharpCodeFixTest<InkAttributeAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
{
    private CodeFixProvider _fix = new EmptyCodeFixProvider();

    private AnalyzerTest(TestProject project, string[]? advice = null)
    {
        // Advice is given to almost every source; a test that is not about it would drown in it.
        DisabledDiagnostics.AddRange(Descriptors.All
            .Where(rule => IsAdvice(rule.Id) && !(advice ?? []).Contains(rule.Id))
            .Select(rule => rule.Id));
        this.Prepare(project);
    }

    /// <summary>
    /// Asserts what is reported. In the source <c>{|INK0002:…|}</c> marks a place; <paramref name="endings"/> are the ends that messages may
    /// have, where they matter.
    /// </summary>
    public static Task Check(TestProject project, params string[] endings) => new AnalyzerTest(project).Run(endings);

    public static Task Check(string attributes, params string[] endings) => Check(TestProject.Web(Usings + attributes), endings);

    /// <summary>
    /// Asserts what the fix makes of the source, one by one and all at once in a document, a project and a solution; afterwards nothing may be
    /// reported but what is marked.
    /// </summary>
    /// <param name="before">The attributes.</param>
    /// <param name="after">What becomes of them; the same where the fix has to leave them alone.</param>
    /// <param name="title">What the fix is called, where that matters.</param>
    /// <param name="advice">The rule of the policy that the test is about.</param>
    public static Task CheckFix<TFix>(string before, string after, string? title = null, string? advice = null)
        where TFix : CodeFixProvider, new() =>
        CheckFix<TFix>(TestProject.Web(Usings + before), [Usings + after], title, advice);

    /// <inheritdoc cref="CheckFix{TFix}(string, string, string?, string?)"/>
    public static Task CheckFix<TFix>(TestProject before, string[] after, string? title = null, string? advice = null)
        where TFix : CodeFixProvider, new()
    {
        var test = new AnalyzerTest(before, advice is null ? null : [advice]) { _fix = new TFix() };
        test.FixTo(after, title);
        return test.Run([]);
    }

    /// <summary>Asserts what a rule of the policy says of a source; the other rules of the policy are not asked.</summary>
    public static Task CheckAdvice(string rule, TestProject project, params string[] endings) => new AnalyzerTest(project, [rule]).Run(endings);

    private static bool IsAdvice(string id) => string.CompareOrdinal(id, "INK1000") > 0 && id is not ("INK1010" or "INK1011" or "INK1014");

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => [_fix];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private const string Usings = "using Ink;\n";

    private Task Run(string[] endings)
    {
        if (endings.Length > 0)
        {
            DiagnosticVerifier = (diagnostic, _, verifier) =>
                verifier.True(endings.Any(ending => diagnostic.GetMessage(formatProvider: null).EndsWith(ending, StringComparison.Ordinal)), $"unexpected message: {diagnostic.GetMessage(formatProvider: null)}");
        }

        return RunAsync();
    }
}
