using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>What a user can pass wrongly on the command line has no line in any file: the target tells it, and deploys nothing.</summary>
public sealed class BadPropertyScenario(BadInputWorkspace bad, ITestOutputHelper output) : IClassFixture<BadInputWorkspace>
{
    private const string LongName = "a-name-with-more-characters-than-a-label-in-the-dns-may-hold-xyz";

    [Theory]
    [InlineData("INK4008", "InkEnvironment=prod", "\"prod\"", "dev, staging, production", "-p:InkEnvironment=")]
    [InlineData("INK4008", "InkEnvironment=Production", "\"Production\"", "dev, staging, production", "-p:InkEnvironment=")]
    [InlineData("INK0002", "InkAppName=../../etc", "\"../../etc\"", "InkAppName", "\"etc\" would do")]
    // A bare semicolon would end the property: this is how MSBuild is told of one.
    [InlineData("INK0002", "InkAppName=a%3Brm -rf", "\"a;rm -rf\"", "InkAppName", "\"a-rm-rf\" would do")]
    [InlineData("INK0002", $"InkAppName={LongName}", LongName, "InkAppName", "It has 64; shorten it.")]
    [InlineData("INK0002", "InkNamespace=Till Room", "\"Till Room\"", "InkNamespace", "\"till-room\" would do")]
    [InlineData("INK0003", "InkDefaultMemory=lots", "\"lots\"", "InkDefaultMemory", "256Mi")]
    public async Task A_wrong_property_is_an_error_that_names_it(string code, string property, string what, string where, string remedy)
    {
        var result = await bad.Deploy(output, "[assembly: Web]", $"-p:{property}");

        await bad.RefusedPolitely(result, code);
        Assert.Contains(result.Lines, said => said.StartsWith($"Ink : error {code}: ", StringComparison.Ordinal)
            && said.Contains(what, StringComparison.Ordinal)
            && said.Contains(where, StringComparison.Ordinal)
            && said.Contains(remedy, StringComparison.Ordinal));
    }
}
