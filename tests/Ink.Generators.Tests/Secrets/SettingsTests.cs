using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ink.Generators.Tests.Secrets;

/// <summary>Settings files that the compiler is handed.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("/app/appsettings.json", "{\n  // dev\n  \"Smtp\": { \"Password\": \"§strong§\", },\n}", 3, 25)]
    [InlineData("/app/appsettings.Development.json", "{ \"ConnectionStrings\": { \"Orders\": \"§sql§\" } }", 1, 36)]
    [InlineData("/app/Properties/launchSettings.json", "{ \"profiles\": { \"x\": { \"environmentVariables\": { \"T\": \"§github§\" } } } }", 1, 55)]
    [InlineData("/app/.env", "# local\nexport API_KEY=§hex§\n", 2, 16)]
    [InlineData("/app/.env.local", "\nURL=\"§url§\"", 2, 5)]
    public async Task A_secret_in_a_settings_file_is_reported_at_its_line(string path, string text, int line, int column)
    {
        var diagnostic = Assert.Single(await Diagnose(path, text));

        Assert.Equal("INK3005", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.DefaultSeverity);
        Assert.Equal(new LinePosition(line - 1, column - 1), diagnostic.Location.GetLineSpan().StartLinePosition);
        Assert.Equal(path, diagnostic.Location.GetLineSpan().Path);
    }

    [Fact]
    public async Task A_password_in_clear_text_in_nuget_config_is_an_error()
    {
        var diagnostic = Assert.Single(await Diagnose(
            "/app/nuget.config",
            """<configuration><packageSourceCredentials><feed><add key="Username" value="ci" /><add key="ClearTextPassword" value="mail-pass" /></feed></packageSourceCredentials></configuration>"""));

        Assert.Equal("INK3006", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.DefaultSeverity);
        Assert.DoesNotContain("mail-pass", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/app/appsettings.json", "{ \"Smtp\": { \"Password\": \"\", \"Token\": \"${TOKEN}\" } }", "Service")]
    [InlineData("/app/other.json", "{ \"Token\": \"§github§\" }", "Service")]
    [InlineData("/app/appsettings.json", "{ \"Token\": \"§github§\" }", "Library")]
    [InlineData("/app/appsettings.json", "{ \"Token\": \"§git", "Service")]
    public async Task Nothing_is_reported_elsewhere(string path, string text, string kind) =>
        Assert.Empty(await Diagnose(path, text.EndsWith('t') ? text.Replace("§git", "", StringComparison.Ordinal) : text, kind));

    [Fact]
    public async Task Suppress_and_the_policy_count_for_settings_as_for_source()
    {
        const string text = "{ \"Token\": \"§github§\" }";

        Assert.Empty(await Diagnose("/app/appsettings.json", text, source: """[assembly: Ink.Suppress("INK3005", "A sample.")]"""));
        Assert.Single(await Diagnose("/app/appsettings.json", text, source: """[assembly: Ink.Suppress("INK3005", "A sample.", Environment = "dev")]"""));
        var ended = Assert.Single(await Diagnose("/app/appsettings.json", text, source: """[assembly: Ink.Suppress("INK3005", "A sample.", Until = "2020-01-01")]"""));
        Assert.EndsWith(" It was suppressed until 2020-01-01.", ended.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(await Diagnose("/app/appsettings.json", text, policy: "None"));
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await Diagnose("/app/appsettings.json", text, policy: "Strict")).Severity);
    }

    private static async Task<IReadOnlyList<Diagnostic>> Diagnose(string path, string text, string kind = "Service", string source = "", string policy = "Baseline")
    {
        var project = TestProject.Web(source + Sources.Empty).With("InkProjectKind", kind).With("InkPolicy", policy);
        var options = new AnalyzerOptions([new TextFile(path, SampleSecrets.FillIn(text))], new PropertyOptions(project.Properties));
        var diagnostics = await project.Compile()
            .WithAnalyzers([new Ink.Generators.Secrets.SecretAnalyzer()], new CompilationWithAnalyzersOptions(options, null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        Assert.All(diagnostics, diagnostic => Assert.DoesNotContain(diagnostic.GetMessage(null), "AD0001", StringComparison.Ordinal));
        return diagnostics;
    }

    private sealed class TextFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
