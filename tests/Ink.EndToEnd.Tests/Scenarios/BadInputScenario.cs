using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>What a user can write wrongly in attributes is told by the compiler, at the line, and deploys nothing.</summary>
public sealed class BadInputScenario(BadInputWorkspace bad, ITestOutputHelper output) : Scenario(output), IClassFixture<BadInputWorkspace>
{
    private const string LongName = "a-name-with-more-characters-than-a-label-in-the-dns-may-hold-xyz";

    [Theory]
    [InlineData("INK0002", 3, """[assembly: App("../../etc")]""", "\"../../etc\"", "\"etc\" would do")]
    [InlineData("INK0002", 3, """[assembly: App("a;rm -rf")]""", "\"a;rm -rf\"", "\"a-rm-rf\" would do")]
    [InlineData("INK0002", 3, $"""[assembly: App("{LongName}")]""", LongName, "It has 64; shorten it.")]
    [InlineData("INK0003", 3, """[assembly: Resources(Memory = "lots")]""", "\"lots\"", "256Mi")]
    [InlineData("INK0003", 3, """[assembly: Resources(Memory = "256m")]""", "\"256m\"", "\"256Mi\"")]
    [InlineData("INK0005", 3, """[assembly: Web(Port = 0)]""", "0 is not valid", "between 1 and 65535")]
    [InlineData("INK0005", 3, """[assembly: Web(Port = 70000)]""", "70000 is not valid", "between 1 and 65535")]
    [InlineData("INK0006", 3, "[assembly: Worker(\"jobs\")]\n[assembly: Worker<Shop.Sweeper>(\"jobs\")]", "\"jobs\"", "a name of its own")]
    [InlineData("INK0007", 4, "[assembly: Resources(Cpu = \"1\")]\n[assembly: Resources(Cpu = \"2\")]", "declared twice", "Merge the two")]
    [InlineData("INK0008", 3, """[assembly: Secret("KEY", From = "")]""", "From is empty", "Write a value")]
    [InlineData("INK0008", 3, """[assembly: Secret("")]""", "Name is empty", "Write a value. ")]
    [InlineData("INK0013", 3, """[assembly: Worker<Shop.NoService>]""", "NoService", "BackgroundService")]
    [InlineData("INK1014", 4, "[assembly: Worker(\"jobs\")]\n[assembly: Ingress(\"shop.example.com\")]", "ingress routes to the web workload", "[assembly: Web]")]
    public async Task A_wrong_attribute_is_an_error_at_its_line(string code, int line, string attributes, string what, string remedy)
    {
        var result = await bad.Deploy(Transcript, attributes);

        await bad.RefusedPolitely(result, code);
        Assert.Contains(result.Lines, said => said.Contains($"Program.cs({line},", StringComparison.Ordinal)
            && said.Contains($"error {code}: ", StringComparison.Ordinal)
            && said.Contains(what, StringComparison.Ordinal)
            && said.Contains(remedy, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_placeholder_is_an_error_of_the_target_since_the_compiler_does_not_see_the_metadata()
    {
        var result = await bad.Deploy(Transcript, """[assembly: EnvironmentVariable("URL", "https://{domain}/")]""");

        await bad.RefusedPolitely(result, "INK0012");
        result.Says("Ink : error INK0012: [EnvironmentVariable(\"URL\")] Value: {domain} is unknown here").Says("add domain as metadata");
    }

    [Fact]
    public async Task A_config_file_that_is_not_there_is_an_error_of_the_target_since_the_compiler_reads_no_files()
    {
        var result = await bad.Deploy(Transcript, """[assembly: ConfigFile("config/{environment}.json")]""");

        await bad.RefusedPolitely(result, "INK1014");
        result.Says("Ink : error INK1014: [ConfigFile(\"config/{environment}.json\")]: there is no file config/dev.json in the project's folder").Says("Add it to the repository");
    }

    [Theory]
    [InlineData("INK0010", """[assembly: EnvironmentVariable("A", "1", Environment = "prod")]""", "\"prod\" is not declared", "dev, staging, production")]
    [InlineData("INK0001", """[assembly: EnvironmentVariable("A", "1", Workload = "jobs")]""", "no workload \"jobs\"", "There are web")]
    public async Task An_attribute_that_never_applies_is_a_warning_at_its_line(string code, string attributes, string what, string remedy)
    {
        var result = await bad.Render(Transcript, attributes);

        result.Succeeded();
        Assert.Contains(code, result.Codes);
        Assert.Contains(result.Lines, said => said.Contains("Program.cs(3,", StringComparison.Ordinal)
            && said.Contains($"warning {code}: ", StringComparison.Ordinal)
            && said.Contains(what, StringComparison.Ordinal)
            && said.Contains(remedy, StringComparison.Ordinal));
    }
}
