using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Tests.Generator;

public sealed class GeneratedCodeTests
{
    private static readonly string[] WebFiles = ["Ink.Model.g.cs", "InkApp.g.cs", "InkEndpoints.g.cs", "InkHost.g.cs"];

    [Fact]
    public void A_web_app_with_everything_declared_compiles_clean()
    {
        var run = TestProject.Web(Sources.Program, Sources.OrderWorker).Generate().AssertClean();

        Assert.Equal(WebFiles, run.Files);
    }

    [Fact]
    public void A_web_app_without_an_attribute_compiles_clean()
    {
        var run = TestProject.Web(Sources.Empty).Generate().AssertClean();

        Assert.Equal(WebFiles, run.Files);
        Assert.Contains("Web = \"web\"", run.Text("InkApp.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_without_ASP_NET_Core_gets_no_endpoints_and_no_health_checks()
    {
        const string program =
            """
            [assembly: Ink.Worker<Shop.OrderWorker>(Replicas = 2)]
            var builder = Host.CreateApplicationBuilder(args);
            builder.AddInk();
            await builder.Build().RunInkAsync();
            """;

        var run = TestProject.Worker(program, Sources.OrderWorker).Generate().AssertClean();

        Assert.Equal(["Ink.Model.g.cs", "InkApp.g.cs", "InkHost.g.cs"], run.Files);
        Assert.DoesNotContain("HealthCheck", run.Text("InkHost.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_of_jobs_alone_compiles_clean()
    {
        const string program =
            """
            [assembly: Ink.Job<Migrate>] [assembly: Ink.CronJob<Migrate>("nightly", "@daily")]
            return await Host.CreateApplicationBuilder(args).AddInk().Build().RunInkAsync();
            internal sealed class Migrate : Ink.IInkJob { public Task RunAsync(CancellationToken stop) => Task.CompletedTask; }
            """;

        var code = TestProject.Worker(program).Generate().AssertClean().Text("InkHost.g.cs");

        Assert.Contains("AddScoped<global::Ink.IInkJob, global::Migrate>(services);", code, StringComparison.Ordinal);
        Assert.Contains("where that is unset, as in local development, every role but those of jobs is active", code, StringComparison.Ordinal);
    }

    [Fact]
    public void An_app_without_jobs_has_no_code_for_them()
    {
        var code = TestProject.Web(Sources.Empty).Generate().AssertClean().Text("InkHost.g.cs");

        Assert.DoesNotContain("JobRoles", code, StringComparison.Ordinal);
        Assert.DoesNotContain("AddScoped", code, StringComparison.Ordinal);
        Assert.Contains("IsActive(string? active, string role) => active is null || active == role;", code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_is_known_by_its_interfaces_alone_is_not_configured()
    {
        const string program =
            """
            [assembly: Ink.Worker<Shop.OrderWorker>]
            return;
            internal static class Startup { internal static void Add(IHostApplicationBuilder builder) => builder.AddInk(); }
            """;

        var project = TestProject.Worker(program, Sources.OrderWorker);
        var abstractions = (project with { References = References.HostAbstractions }).Generate().AssertClean().Text("InkHost.g.cs");

        Assert.DoesNotContain("HostOptions", abstractions, StringComparison.Ordinal);
        Assert.Contains("HostOptions", project.Generate().AssertClean().Text("InkHost.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_to_stop_has_a_row_for_each_role_and_for_environments_that_differ()
    {
        const string program =
            """
            [assembly: Ink.Web]
            [assembly: Ink.Worker("emails")]
            [assembly: Ink.Availability(GraceSeconds = 90, Workload = "emails", Environment = "production")]
            return;
            """;

        var code = TestProject.Web(program).Generate().AssertClean().Text("InkHost.g.cs");

        Assert.Equal(
            [
                "(\"production\", \"emails\") => global::System.TimeSpan.FromMilliseconds(88000),",
                "(_, \"emails\") => global::System.TimeSpan.FromMilliseconds(28000),",
                "(_, \"web\") => global::System.TimeSpan.FromMilliseconds(23000),",
            ],
            code.Split('\n').Select(line => line.Trim()).Where(line => line.Contains("FromMilliseconds", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_console_app_without_a_host_gets_its_model_and_constants()
    {
        var run = new TestProject { References = References.Console, Sources = [Sources.Empty] }.Generate().AssertClean();

        Assert.Equal(["Ink.Model.g.cs", "InkApp.g.cs"], run.Files);
    }

    [Fact]
    public void A_library_gets_nothing() =>
        Assert.Empty((TestProject.Web(Sources.OrderWorker) with { OutputKind = OutputKind.DynamicallyLinkedLibrary }).Generate().AssertClean().Files);

    [Theory]
    [InlineData("Library")]
    [InlineData("Test")]
    [InlineData("Platform")]
    public void A_project_that_is_not_a_service_gets_nothing(string kind) =>
        Assert.Empty(TestProject.Web(Sources.Empty).With("InkProjectKind", kind).Generate().AssertClean().Files);

    [Theory]
    [InlineData("Service")]
    [InlineData("Skipped")]
    public void A_project_that_MSBuild_calls_an_app_gets_its_code(string kind) =>
        Assert.Equal(WebFiles, TestProject.Web(Sources.Program, Sources.OrderWorker).With("InkProjectKind", kind).Generate().AssertClean().Files);

    [Fact]
    public void A_project_without_the_library_of_Ink_gets_nothing() =>
        Assert.Empty(new TestProject { References = References.Bare, Sources = [Sources.Empty] }.Generate().AssertClean().Files);

    [Fact]
    public void Run_ink_can_be_awaited_without_its_result()
    {
        const string program =
            """
            var app = WebApplication.CreateBuilder(args).AddInk().Build();
            await app.RunInkAsync();
            """;

        TestProject.Web(program).Generate().AssertClean();
    }

    [Fact]
    public void Generated_files_have_LF_line_endings_and_no_indentation_on_empty_lines()
    {
        var run = TestProject.Web(Sources.Program, Sources.OrderWorker).Generate();

        foreach (var file in run.Files)
        {
            Assert.DoesNotContain('\r', run.Text(file));
            Assert.EndsWith("\n", run.Text(file), StringComparison.Ordinal);
            Assert.DoesNotContain("\n\n\n", run.Text(file), StringComparison.Ordinal);
            Assert.DoesNotContain(run.Text(file).Split('\n'), line => line.Length > 0 && string.IsNullOrWhiteSpace(line));
        }
    }

    [Fact]
    public void A_worker_type_that_cannot_be_registered_leaves_the_error_to_its_own_rule()
    {
        const string program =
            """
            [assembly: Ink.Worker<NotAWorker>]
            return;
            internal sealed class NotAWorker;
            """;

        var run = TestProject.Web(program).Generate().AssertClean();

        Assert.DoesNotContain("NotAWorker>", run.Text("InkHost.g.cs"), StringComparison.Ordinal);
    }
}
