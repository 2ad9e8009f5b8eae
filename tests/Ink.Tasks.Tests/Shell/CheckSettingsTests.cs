using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Tasks.Tests.Git;
using Microsoft.Build.Utilities;

namespace Ink.Tasks.Tests.Shell;

/// <summary>The files of a project in a repository, as MSBuild gives them to the task.</summary>
public sealed class CheckSettingsTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public CheckSettingsTests()
    {
        _repository.Init();
        Directory.CreateDirectory(PathOf("src"));
    }

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("src/appsettings.Production.json", "{\n  \"Api\": { \"Token\": \"§github§\" } }", "INK3005", 2)]
    [InlineData("src/.env", "DB=§sql§", "INK3005", 1)]
    [InlineData("src/Shop.csproj", "<Project>\n\n<PropertyGroup><ApiKey>§hex§</ApiKey></PropertyGroup></Project>", "INK3006", 3)]
    [InlineData("nuget.config", "<configuration><packageSourceCredentials><f><add key=\"ClearTextPassword\" value=\"feedpass\"/></f></packageSourceCredentials></configuration>", "INK3006", 1)]
    public void A_secret_is_an_error_with_file_and_line(string file, string text, string code, int line)
    {
        Write(file, text);

        var engine = RunIn(false, "src", "src/appsettings.Production.json", "src/.env", "src/Shop.csproj");

        var error = Assert.Single(engine.Errors);
        Assert.Equal((code, PathOf(file), line), (error.Code, error.File, error.LineNumber));
        Assert.EndsWith($"docs/rules/{code}.md", error.HelpLink, StringComparison.Ordinal);
        Assert.DoesNotContain("feedpass", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_git_ignores_is_the_machines_own_but_for_the_settings_that_are_published()
    {
        Write(".gitignore", ".env\nappsettings.Local.json\n");
        Write("src/.env", "TOKEN=§github§");
        Write("src/appsettings.Local.json", "{ \"Token\": \"§github§\" }");

        Assert.Equal([PathOf("src/appsettings.Local.json")], RunIn(false, "src", "src/.env", "src/appsettings.Local.json").Errors.Select(error => error.File));
    }

    [Fact]
    public void A_test_key_and_files_that_are_not_there_let_the_deploy_pass()
    {
        Write("src/appsettings.json", "{ \"Stripe\": { \"Key\": \"§stripe-test§\" } }");

        Assert.Contains(RunIn(true, "src", "src/appsettings.json", "src/missing.props", "").Messages, message => message.Contains("INK3005", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_above_the_repository_is_read()
    {
        Write("src/inner/.git/HEAD", "ref: refs/heads/main\n");
        Write("src/nuget.config", "<configuration><packageSourceCredentials><f><add key=\"ClearTextPassword\" value=\"feedpass\"/></f></packageSourceCredentials></configuration>");

        Assert.Empty(RunIn(true, "src/inner").Errors);
    }

    private string PathOf(string file) => Path.Combine(_repository.Root, file);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), SampleSecrets.FillIn(text));
    }

    [Theory]
    [InlineData(RuleSeverity.Warning, true)]
    [InlineData(RuleSeverity.None, true)]
    [InlineData(RuleSeverity.Error, false)]
    public void What_the_project_says_of_the_rule_counts_in_a_deploy_too(RuleSeverity severity, bool succeeds)
    {
        Write("src/appsettings.json", "{ \"Token\": \"§github§\" }");
        var model = Model() with { Rules = new EquatableArray<RuleSetting>([new("INK3005", severity)]) };

        Run(succeeds, ModelAssembly.WriteInto(PathOf("."), model), "src", "src/appsettings.json");
    }

    [Fact]
    public void A_suppression_has_to_be_of_every_environment_since_the_file_is()
    {
        Write("src/appsettings.json", "{ \"Token\": \"§github§\" }");

        Run(true, ModelAssembly.WriteInto(PathOf("."), Model(Suppress())), "src", "src/appsettings.json");
        Run(false, ModelAssembly.WriteInto(PathOf("."), Model(Suppress() with { Environment = "dev" })), "src", "src/appsettings.json");
        var ended = Run(false, ModelAssembly.WriteInto(PathOf("."), Model(Suppress(new Argument("Until", new ArgumentValue.Text("2020-01-01"))))), "src", "src/appsettings.json");
        Assert.EndsWith(" It was suppressed until 2020-01-01.", Assert.Single(ended.Errors).Message, StringComparison.Ordinal);
    }

    private static AppModel Model(params Declaration[] declarations) => new("Shop", IsAspNetCore: true, MapsHealth: true, declarations.ToEquatableArray());

    private static Declaration Suppress(params Argument[] more) => new(
        "Suppress",
        new EquatableArray<Argument>([new("Reason", new ArgumentValue.Text("A sample.")), new("Rule", new ArgumentValue.Text("INK3005")), .. more]));

    private RecordingEngine RunIn(bool succeeds, string folder, params string[] files) => Run(succeeds, typeof(CheckSettingsTests).Assembly.Location, folder, files);

    private RecordingEngine Run(bool succeeds, string assembly, string folder, params string[] files)
    {
        var engine = new RecordingEngine();
        using var task = new CheckSettings
        {
            BuildEngine = engine,
            AssemblyPath = assembly,
            AssemblyName = "Ignored",
            EnvironmentName = "dev",
            Environments = [new TaskItem("dev"), new TaskItem("production")],
            ProjectDirectory = PathOf(folder),
            Files = [.. files.Where(file => file.Length > 0).Select(file => new TaskItem(PathOf(file)))],
        };
        Assert.Equal(succeeds, task.Execute());
        return engine;
    }
}
