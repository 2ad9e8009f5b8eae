using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK0002.</summary>
public sealed class NormaliseNameTests
{
    [Theory]
    [InlineData("""[assembly: App({|INK0002:"My Shop"|})]""", """[assembly: App("my-shop")]""")]
    [InlineData("""[assembly: App(name: {|INK0002:"ShopAPI"|}, Team = "a")]""", """[assembly: App(name: "shop-api", Team = "a")]""")]
    [InlineData("""[assembly: Web(Name = {|INK0002:@"Front End"|})]""", """[assembly: Web(Name = "front-end")]""")]
    [InlineData("""[assembly: Worker(/* who */ {|INK0002:"Order_Worker"|} /* why */)]""", """[assembly: Worker(/* who */ "order-worker" /* why */)]""")]
    [InlineData("""[assembly: Job({|INK0002:"MigrateDb"|})]""", """[assembly: Job("migrate-db")]""")]
    [InlineData("""[assembly: Sidecar({|INK0002:"My Cache"|}, "redis:7")]""", """[assembly: Sidecar("my-cache", "redis:7")]""")]
    public Task Writes_the_name_as_a_label(string before, string after) => AnalyzerTest.CheckFix<NormaliseNameCodeFix>(before, after);

    [Fact]
    public Task Fixes_all_names_at_once() =>
        AnalyzerTest.CheckFix<NormaliseNameCodeFix>(
            """
            [assembly: App({|INK0002:"My Shop"|})]
            [assembly: Web]
            [assembly: Worker({|INK0002:"A_B"|})]
            [assembly: Worker({|INK0002:"C_D"|})]
            """,
            """
            [assembly: App("my-shop")]
            [assembly: Web]
            [assembly: Worker("a-b")]
            [assembly: Worker("c-d")]
            """);

    [Theory]
    [InlineData("""[assembly: App({|INK0002:"!"|})]""")]
    [InlineData("""[assembly: App({|INK0002:"a" + "_b"|})]""")]
    [InlineData("""[assembly: App("shop", Namespace = {|INK0002:"Shop"|})]""")]
    [InlineData("""[assembly: Ingress({|INK0002:"Shop_Example"|})] [assembly: Web]""")]
    [InlineData("""[assembly: Sidecar("cache", {|INK0002:"Redis:7"|})]""")]
    [InlineData("""[assembly: App({|INK0002:{|INK0002:{|INK0002:"a-name-that-is-a-label-as-such-but-with-an-environment-too-long"|}|}|})]""")]
    public Task Leaves_alone_what_it_cannot_know(string attributes) => AnalyzerTest.CheckFix<NormaliseNameCodeFix>(attributes, attributes);
}
