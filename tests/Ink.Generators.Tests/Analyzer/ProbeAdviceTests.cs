using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Analyzer;

/// <summary>INK1005 and INK1008: what is probed, and whether anything in the source answers.</summary>
public sealed class ProbeAdviceTests
{
    private const string Start =
        """
        using Ink;
        """;

    private const string Build =
        """
        var app = WebApplication.CreateBuilder(args).Build();
        """;

    private const string Advice = "Call app.MapInk(), or write [assembly: Health(Ready = \"…\")].";

    [Fact]
    public Task An_untouched_web_app_is_asked_for_a_readiness_probe_where_it_begins() =>
        Check("INK1005", "{|INK1005:var|} app = WebApplication.CreateBuilder(args).Build();\napp.Run();", Advice);

    [Fact]
    public Task A_declared_web_workload_is_asked_for_it_at_its_attribute() =>
        Check("INK1005", $"[assembly: {{|INK1005:Web|}}]\n{Build}\napp.Run();", Advice);

    [Theory]
    [InlineData("app.MapInk();")]
    [InlineData("app?.MapInk();")]
    public Task MapInk_answers_it(string call) => Check("INK1005", $"[assembly: Web]\n{Build}\n{call}\n{Fake}");

    [Fact]
    public Task MapInk_in_another_file_answers_it() => AnalyzerTest.CheckAdvice(
        "INK1005",
        TestProject.Web($"{Start}\n[assembly: Web]\n{Build}\nStartup.Map(app);", $"internal static class Startup {{ public static void Map(WebApplication app) => app.MapInk(); }}\n{Fake}"));

    [Fact]
    public Task A_name_or_a_comment_is_no_call() =>
        Check("INK1005", $"[assembly: {{|INK1005:Web|}}]\n{Build}\n// app.MapInk();\nConsole.WriteLine(nameof(Fake.MapInk));\n{Fake}", Advice);

    [Fact]
    public Task A_path_of_ones_own_answers_it() => Check("INK1005", $"[assembly: Web] [assembly: Health(Ready = \"/ready\")]\n{Build}\napp.Run();");

    [Theory]
    [InlineData("""Health(Ready = {|INK1008:"/ready"|}, Live = "/health/live")""", """app.MapGet("/health/live", () => "ok");""")]
    [InlineData("""Health(Ready = "/ready", Live = {|INK1008:"alive"|})""", """app.MapHealthChecks("/ready");""")]
    [InlineData("""{|INK1008:Health(Ready = "/ready")|}""", """app.MapHealthChecks("/ready");""")]
    [InlineData("""Health(Ready = {|INK1008:"/ready"|}, Live = "/ok", Startup = {|INK1008:"/started"|})""", """app.MapGet("/ok", () => "ok");""")]
    [InlineData("""Health(Ready = {|INK1008:"/ready"|}, Live = "/ok")""", """app.MapRest(); app.MapGet("/ok", () => "ok");""")]
    public Task A_path_that_nothing_maps_is_reported(string health, string calls) =>
        Check("INK1008", $"[assembly: Web] [assembly: {health}]\n{Build}\n{calls}\n{Rest}", "Call app.MapInk(), or map the path.");

    [Theory]
    [InlineData("""app.MapGet("/ready", () => "ok"); app.MapGet("Live", () => "ok");""")]
    [InlineData("""app.UseHealthChecks("/ready"); app.UseHealthChecks("/live");""")]
    [InlineData("""var group = app.MapGroup("/api"); group.MapGet("/ready", () => "ok"); group.MapGet("/live", () => "ok");""")]
    [InlineData("""app.MapGet("/{name}", (string name) => name);""")]
    [InlineData("""foreach (var path in new[] { "/ready", "/live" }) app.MapGet(path, () => "ok");""")]
    public Task A_path_that_something_may_map_is_not(string calls) =>
        Check("INK1008", $"[assembly: Web] [assembly: Health(Ready = \"/ready\", Live = \"/live\")]\n{Build}\n{calls}");

    [Fact]
    public Task With_MapInk_every_path_is_mapped() =>
        Check("INK1008", $"[assembly: Web] [assembly: Health(Ready = \"/ready\")]\n{Build}\napp.MapInk();\n{Fake}");

    [Fact]
    public Task A_suppressed_report_is_none() =>
        Check("INK1008", $"[assembly: Web] [assembly: Health(Ready = \"/ready\", Live = \"/live\")] [assembly: Suppress(\"INK1008\", \"The proxy answers.\")]\n{Build}\napp.Run();");

    [Theory]
    [InlineData("root")]
    [InlineData("0")]
    [InlineData("0:1654")]
    public Task An_image_made_to_run_as_root_is_reported_where_the_program_begins(string user) => AnalyzerTest.CheckAdvice(
        "INK2001",
        TestProject.Web("{|INK2001:var|} app = 1;\nreturn app;").With("ContainerUser", user),
        "Remove the property: the base images bring the user app, 1654.");

    [Theory]
    [InlineData("app")]
    [InlineData("1000")]
    [InlineData("rooted")]
    public Task Another_user_is_fine(string user) => AnalyzerTest.CheckAdvice("INK2001", TestProject.Web("return 1;").With("ContainerUser", user));

    // The generated method, which the analyzer's tests go without.
    private const string Fake = "internal static class Fake { public static void MapInk(this WebApplication app) { } }";

    private const string Rest = "internal static class Endpoints { public static void MapRest(this WebApplication app) { } }";

    private static Task Check(string rule, string program, params string[] endings) =>
        AnalyzerTest.CheckAdvice(rule, TestProject.Web($"{Start}\n{program}"), endings);
}
