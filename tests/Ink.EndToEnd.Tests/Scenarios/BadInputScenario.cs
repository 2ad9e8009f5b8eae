using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>What a user can write wrongly in attributes is told by the compiler, at the line, and deploys nothing.</summary>
public sealed class BadInputScenario(BadInputWorkspace bad, ITestOutputHelper output) : Scenario(output), IClassFixture<BadInputWorkspace>
{
    private const string LongName = "a-name-with-more-characters-than-a-label-in-the-dns-may-hold-xyz";

    /// <summary>Programs full of mistakes: the attributes, a line each from line 3 on, and what is said of which.</summary>
    public static TheoryData<string[], Mistake[]> Programs => new()
    {
        {
            ["""App("../../etc")""", """Resources(Memory = "lots")""", "Web(Port = 0)", """Secret("KEY", From = "")""", """Secret("")"""],
            [
                new("INK0002", 3, "\"../../etc\"", "\"etc\" would do"),
                new("INK0003", 4, "\"lots\"", "256Mi"),
                new("INK0005", 5, "0 is not valid", "between 1 and 65535"),
                new("INK0008", 6, "From is empty", "Write a value"),
                new("INK0008", 7, "Name is empty", "Write a value. "),
            ]
        },
        {
            ["""App("a;rm -rf")""", """Resources(Memory = "256m")""", "Web(Port = 70000)", "Worker<Shop.NoService>"],
            [
                new("INK0002", 3, "\"a;rm -rf\"", "\"a-rm-rf\" would do"),
                new("INK0003", 4, "\"256m\"", "\"256Mi\""),
                new("INK0005", 5, "70000 is not valid", "between 1 and 65535"),
                new("INK0013", 6, "NoService", "BackgroundService"),
            ]
        },
        {
            [$"""App("{LongName}")""", """Worker("jobs")""", """Worker<Shop.Sweeper>("jobs")""", """Resources(Cpu = "1")""", """Resources(Cpu = "2")""", """Ingress("shop.example.com")"""],
            [
                new("INK0002", 3, LongName, "It has 64; shorten it."),
                new("INK0006", 4, "\"jobs\"", "a name of its own"),
                new("INK0007", 7, "declared twice", "Merge the two"),
                new("INK1014", 8, "ingress routes to the web workload", "[assembly: Web]"),
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Each_wrong_attribute_is_an_error_at_its_line(string[] attributes, Mistake[] mistakes)
    {
        var result = await bad.Deploy(Transcript, string.Join('\n', attributes.Select(attribute => $"[assembly: {attribute}]")));

        await bad.RefusedPolitely(result, [.. mistakes.Select(mistake => mistake.Code).Distinct().Order(StringComparer.Ordinal)]);
        Assert.All(mistakes, mistake => Assert.Contains(result.Lines, said => said.Contains($"Program.cs({mistake.Line},", StringComparison.Ordinal)
            && said.Contains($"error {mistake.Code}: ", StringComparison.Ordinal)
            && said.Contains(mistake.What, StringComparison.Ordinal)
            && said.Contains(mistake.Remedy, StringComparison.Ordinal)));
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

    /// <summary>What is said of a mistake, and at which line.</summary>
    public sealed record Mistake(string Code, int Line, string What, string Remedy);
}
