using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Analyzer;

public sealed class EnvironmentTests
{
    private const string Known = "InkEnvironmentNames";

    [Fact]
    public Task A_finding_of_every_environment_is_reported_once_and_names_none() =>
        AnalyzerTest.Check(
            """[assembly: Resources(Cpu = {|INK0003:"lots"|})]""",
            ".");

    [Fact]
    public Task A_finding_of_one_environment_names_it() =>
        AnalyzerTest.Check(
            """[assembly: Resources(Cpu = {|INK0004:"2"|})] [assembly: Resources(CpuLimit = "1", Environment = "production")]""",
            " (in production)");

    [Fact]
    public Task An_override_is_judged_in_its_environment_alone() =>
        AnalyzerTest.Check(
            TestProject.Web("""[assembly: Ink.Web(Port = 1)] [assembly: Ink.Web(Port = {|INK0005:0|}, Environment = "test")]""").With(Known, "dev, test"),
            " (in test)");

    [Fact]
    public Task An_environment_that_the_project_does_not_have_is_reported_at_its_name() =>
        AnalyzerTest.Check(TestProject.Web("""[assembly: Ink.Web(Port = 1, Environment = {|INK0010:"prod"|})]""").With(Known, "dev,production"));

    [Fact]
    public Task Where_the_environments_are_not_known_none_is_called_unknown() =>
        AnalyzerTest.Check("""[assembly: Web(Port = {|INK0005:0|}, Environment = "prod")]""");

    [Fact]
    public Task A_placeholder_that_may_be_metadata_is_fine() =>
        AnalyzerTest.Check(TestProject.Web("""[assembly: Ink.Web] [assembly: Ink.Ingress("shop.{domain}")]""").With(Known, "dev"));
}
