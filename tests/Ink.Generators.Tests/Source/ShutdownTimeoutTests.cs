using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Tests.Source;

/// <summary>INK1015 where the app sets the timeout itself: a web workload has 25 seconds of 30, for it serves on for 5.</summary>
public sealed class ShutdownTimeoutTests
{
    private const string Web = "[assembly: Web]";

    [Theory]
    [InlineData("TimeSpan.FromSeconds(26)")]
    [InlineData("TimeSpan.FromSeconds(25.5)")]
    [InlineData("TimeSpan.FromMinutes(1)")]
    [InlineData("TimeSpan.FromMilliseconds(25001)")]
    [InlineData("TimeSpan.FromDays(90000)")]
    [InlineData("new TimeSpan(0, 0, 26)")]
    [InlineData("new TimeSpan(0, 0, 0, 26)")]
    [InlineData("new TimeSpan(260_000_001)")]
    [InlineData("new(0, 0, 26)")]
    [InlineData("TimeSpan.MaxValue")]
    [InlineData("Timeout.InfiniteTimeSpan")]
    public Task A_timeout_longer_than_the_pod_has_is_reported_at_the_value(string time) =>
        Check(Web, $"options => options.ShutdownTimeout = {{|INK1015:{time}|}}", "AddInk() sets what the grace period leaves.");

    [Theory]
    [InlineData("TimeSpan.FromSeconds(25)")]
    [InlineData("new TimeSpan(0, 0, 25)")]
    [InlineData("TimeSpan.Zero")]
    [InlineData("TimeSpan.FromSeconds(Environment.ProcessorCount)")]
    [InlineData("TimeSpan.Parse(\"01:00:00\")")]
    public Task One_that_fits_or_is_not_constant_is_not(string time) => Check(Web, $"options => options.ShutdownTimeout = {time}");

    [Fact]
    public Task More_grace_makes_it_fit() => Check($"{Web} [assembly: Availability(GraceSeconds = 96)]", "options => options.ShutdownTimeout = TimeSpan.FromSeconds(90)");

    [Fact]
    public Task The_message_says_how_much_grace_it_would_take() =>
        Check(Web, "options => options.ShutdownTimeout = {|INK1015:TimeSpan.FromSeconds(90)|}", "a pod of \"web\" is killed after 30, of which it serves on for 5. Write [assembly: Availability(GraceSeconds = 96)] or more, or leave it out: AddInk() sets what the grace period leaves.");

    [Fact]
    public Task A_finding_of_one_environment_names_it() =>
        Check($"{Web} [assembly: Availability(GraceSeconds = 60)] [assembly: Availability(GraceSeconds = 10, Environment = \"dev\")]", "options => options.ShutdownTimeout = {|INK1015:TimeSpan.FromSeconds(30)|}", " (in dev)");

    [Fact]
    public Task A_constant_of_the_app_is_read() =>
        Check(Web, "options => options.ShutdownTimeout = {|INK1015:TimeSpan.FromSeconds(Limits.Stop)|}");

    [Fact]
    public Task A_suppressed_report_is_none() =>
        Check($"{Web} [assembly: Suppress(\"INK1015\", \"It is cut short elsewhere.\")]", "options => options.ShutdownTimeout = TimeSpan.FromSeconds(90)");

    [Fact]
    public Task The_old_web_host_is_judged_as_well() => SourceTest<ShutdownTimeoutAnalyzer>.Check(TestProject.Web(
        $$"""
        using Ink;
        using Microsoft.AspNetCore.Hosting;
        {{Web}}
        WebApplication.CreateBuilder(args).WebHost.UseShutdownTimeout({|INK1015:TimeSpan.FromMinutes(2)|});
        """));

    [Fact]
    public Task A_worker_has_all_of_the_grace_period() => SourceTest<ShutdownTimeoutAnalyzer>.Check(TestProject.Worker(
        """
        using Ink;
        [assembly: Worker("emails")]
        Host.CreateApplicationBuilder(args).Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        Host.CreateApplicationBuilder(args).Services.Configure<HostOptions>(options => options.ShutdownTimeout = {|INK1015:TimeSpan.FromSeconds(31)|});
        """));

    [Fact]
    public Task Under_Strict_it_is_an_error() => SourceTest<ShutdownTimeoutAnalyzer>.CheckSeverity(
        Project(Web, "options => options.ShutdownTimeout = {|#0:TimeSpan.FromSeconds(90)|}").With("InkPolicy", "Strict"), "INK1015", DiagnosticSeverity.Error);

    [Fact]
    public Task A_property_of_another_class_is_none_of_the_host_s() =>
        Check(Web, "options => new Limits().ShutdownTimeout = TimeSpan.FromSeconds(90)");

    private static Task Check(string attributes, string configure, params string[] endings) => SourceTest<ShutdownTimeoutAnalyzer>.Check(Project(attributes, configure), endings);

    private static TestProject Project(string attributes, string configure) => TestProject.Web(
        $$"""
        using Ink;
        {{attributes}}
        WebApplication.CreateBuilder(args).Services.Configure<HostOptions>({{configure}});

        internal sealed class Limits
        {
            public const int Stop = 90;
            public TimeSpan ShutdownTimeout { get; set; }
        }
        """);
}
