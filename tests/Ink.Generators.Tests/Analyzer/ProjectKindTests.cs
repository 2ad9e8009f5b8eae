using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Tests.Analyzer;

public sealed class ProjectKindTests
{
    private const string Marked =
        """
        [assembly: {|INK0001:Ink.App("Not A Label")|}]
        [assembly: {|INK0001:Ink.Web(Port = 0)|}]
        """;

    [Fact]
    public Task Attributes_in_a_library_have_no_effect() =>
        AnalyzerTest.Check(TestProject.Web(Marked) with { OutputKind = OutputKind.DynamicallyLinkedLibrary });

    [Theory]
    [InlineData("Library")]
    [InlineData("Test")]
    [InlineData("Platform")]
    public Task Attributes_in_a_project_that_is_not_deployed_have_no_effect(string kind) =>
        AnalyzerTest.Check(TestProject.Web(Marked).With("InkProjectKind", kind));

    [Fact]
    public Task A_library_that_MSBuild_calls_a_service_is_judged_as_one() =>
        AnalyzerTest.Check((TestProject.Web("""[assembly: Ink.Web(Port = {|INK0005:0|})]""") with { OutputKind = OutputKind.DynamicallyLinkedLibrary }).With("InkProjectKind", "Service"));

    [Fact]
    public Task Attributes_of_somebody_else_are_not_judged() =>
        AnalyzerTest.Check(
            """
            [assembly: Other.Web(Port = 0)]
            namespace Other { [System.AttributeUsage(System.AttributeTargets.Assembly)] internal sealed class WebAttribute : System.Attribute { public int Port { get; set; } } }
            """);
}
