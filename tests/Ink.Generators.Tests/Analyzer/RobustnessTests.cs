using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Analyzer;

/// <summary>Source as it is while somebody types: nothing in it may make the generator or the analyzer throw.</summary>
public sealed class RobustnessTests
{
    [Theory]
    [InlineData("[assembly: Web(")]
    [InlineData("[assembly: Web(Port = )]")]
    [InlineData("[assembly: Web(Port = \"eighty\")]")]
    [InlineData("[assembly: Web(Port = 1, Port = 2)]")]
    [InlineData("[assembly: Web(Nonsense = 1)]")]
    [InlineData("[assembly: Web(99999999999)]")]
    [InlineData("[assembly: Web(Command = new[] { 1 })]")]
    [InlineData("[assembly: Web(Command = new string[] { null, Missing })]")]
    [InlineData("[assembly: Web(Environment = Missing)]")]
    [InlineData("[assembly: Worker]")]
    [InlineData("[assembly: Worker<>]")]
    [InlineData("[assembly: Worker<Missing>]")]
    [InlineData("[assembly: Worker<Missing<int>>(\"a\")]")]
    [InlineData("[assembly: Worker<int>]")]
    [InlineData("[assembly: Worker<string[]>]")]
    [InlineData("[assembly: Worker<System.Collections.Generic.List<>>]")]
    [InlineData("[assembly: Worker<dynamic>]")]
    [InlineData("[assembly: Worker<T>]")]
    [InlineData("[assembly: Secret(null)]")]
    [InlineData("[assembly: Secret(null!, From = null, File = default)]")]
    [InlineData("[assembly: Secret(name: )]")]
    [InlineData("[assembly: Secret(From = \"a\", \"b\")]")]
    [InlineData("[assembly: Secret(typeof(string))]")]
    [InlineData("[assembly: EnvironmentVariable(\"A\")]")]
    [InlineData("[assembly: EnvironmentVariable(\"A\", \"b\", \"c\")]")]
    [InlineData("[assembly: EnvironmentVariable(\"A\", $\"{System.DateTime.Now}\")]")]
    [InlineData("[assembly: Ingress(\"a\", PathType = (PathType)99)]")]
    [InlineData("[assembly: Ingress(\"a\", PathType = PathType.Missing)]")]
    [InlineData("[assembly: Ingress(\"{\", Path = \"}}{{\")]")]
    [InlineData("[assembly: Resources(Cpu = 1)]")]
    [InlineData("[assembly: App(\"\\0\\uD800\")]")]
    [InlineData("[assembly: Health(Ready = \"{{\", Live = \"//\", Startup = \"?\")]")]
    [InlineData("[assembly: Ink.]")]
    [InlineData("[assembly: ]")]
    [InlineData("[Web] class C")]
    [InlineData("class C { [assembly: Web] void M() { x.MapInk(")]
    public Task Half_written_code_throws_nowhere(string source) =>
        Diagnosed.AssertNothingThrows(TestProject.Web($"using Ink;\n{source}"));

    [Fact]
    public async Task Every_prefix_of_a_program_throws_nowhere()
    {
        for (var length = 0; length < Sources.Program.Length; length += 7)
            await Diagnosed.AssertNothingThrows(TestProject.Web(Sources.Program[..length], Sources.OrderWorker));
    }

    [Fact]
    public async Task A_program_with_characters_missing_throws_nowhere()
    {
        // A fixed seed: a failure can be seen again.
        var random = new Random(20260101);
        for (var round = 0; round < 60; round++)
        {
            var text = Sources.Program;
            for (var cut = 0; cut < 4; cut++)
                text = text.Remove(random.Next(text.Length - 3), random.Next(1, 4));
            await Diagnosed.AssertNothingThrows(TestProject.Web(text, Sources.OrderWorker));
        }
    }

    [Fact]
    public Task A_huge_literal_throws_nowhere() =>
        Diagnosed.AssertNothingThrows(TestProject.Web($"[assembly: Ink.App(\"{new string('x', 1_000_000)}\")] [assembly: Ink.Secret(\"{new string('y', 1_000_000)}\")]"));

    [Theory]
    [InlineData("InkProjectKind", "???")]
    [InlineData("InkEnvironmentNames", ",,;\"'{}")]
    [InlineData("InkAppName", "../..")]
    public Task A_strange_property_throws_nowhere(string property, string value) =>
        Diagnosed.AssertNothingThrows(TestProject.Web(Sources.Program, Sources.OrderWorker).With(property, value));
}
