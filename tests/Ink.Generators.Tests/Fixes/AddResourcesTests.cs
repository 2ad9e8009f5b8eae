using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK1001, INK1003 and INK1004.</summary>
public sealed class AddResourcesTests
{
    private const string Requests = "INK1001";
    private const string CpuLimit = "INK1003";
    private const string Storage = "INK1004";

    [Fact]
    public Task Declares_requests_for_all_workloads_once() =>
        AnalyzerTest.CheckFix<AddResourcesCodeFix>(
            """
            [assembly: App("shop")]
            [assembly: {|INK1001:Web|}]
            [assembly: {|INK1001:Worker("emails")|}] // sends
            """,
            """
            [assembly: App("shop")]
            [assembly: Web]
            [assembly: Worker("emails")] // sends
            [assembly: Resources(Cpu = "100m", Memory = "256Mi")]

            """,
            "Add [assembly: Resources(Cpu = \"100m\", Memory = \"256Mi\")]",
            Requests);

    [Theory]
    [InlineData("[assembly: {|INK1001:Resources(Memory = \"1Gi\")|}]", "[assembly: Resources(Memory = \"1Gi\", Cpu = \"100m\")]", "Add Cpu = \"100m\"")]
    [InlineData("[assembly: {|INK1001:Resources(Cpu = \"1\")|}]", "[assembly: Resources(Cpu = \"1\", Memory = \"256Mi\")]", null)]
    [InlineData("[assembly: {|INK1001:Resources|}]", "[assembly: Resources(Cpu = \"100m\", Memory = \"256Mi\")]", null)]
    [InlineData("[assembly: {|INK1001:Resources()|}]", "[assembly: Resources(Cpu = \"100m\", Memory = \"256Mi\")]", null)]
    [InlineData("[assembly: {|INK1001:Resources(\n    Cpu = \"1\" // one\n)|}]", "[assembly: Resources(\n    Cpu = \"1\", Memory = \"256Mi\" // one\n)]", null)]
    public Task Completes_the_resources_that_are_there(string before, string after, string? title) =>
        AnalyzerTest.CheckFix<AddResourcesCodeFix>(before, after, title, Requests);

    [Fact]
    public Task Completes_a_sidecar() =>
        AnalyzerTest.CheckFix<AddResourcesCodeFix>(
            """[assembly: Resources(Cpu = "1", Memory = "1Gi")] [assembly: {|INK1001:Sidecar("cache", "redis:7")|}]""",
            """[assembly: Resources(Cpu = "1", Memory = "1Gi")] [assembly: Sidecar("cache", "redis:7", Cpu = "100m", Memory = "256Mi")]""",
            "Add Cpu = \"100m\", Memory = \"256Mi\"",
            Requests);

    [Fact]
    public Task Adds_each_argument_once_to_what_several_workloads_miss_different_ones_of() =>
        AnalyzerTest.CheckFix<AddResourcesCodeFix>(
            """
            [assembly: Worker("emails")]
            [assembly: Worker("orders")]
            [assembly: {|INK1001:{|INK1001:Resources(EphemeralStorage = "1Gi")|}|}]
            [assembly: Resources(Memory = "1Gi", MemoryLimit = "2Gi", EphemeralStorage = "1Gi", Workload = "emails")]
            """,
            """
            [assembly: Worker("emails")]
            [assembly: Worker("orders")]
            [assembly: Resources(EphemeralStorage = "1Gi", Cpu = "100m", Memory = "256Mi")]
            [assembly: Resources(Memory = "1Gi", MemoryLimit = "2Gi", EphemeralStorage = "1Gi", Workload = "emails")]
            """,
            advice: Requests);

    [Fact]
    public Task Declares_requests_in_the_file_of_the_other_attributes() =>
        AnalyzerTest.CheckFix<AddResourcesCodeFix>(
            TestProject.Web("internal static class Shop;\n", "[assembly: {|INK1001:Ink.Web|}]\n"),
            ["internal static class Shop;\n", "[assembly: Ink.Web]\n[assembly: Ink.Resources(Cpu = \"100m\", Memory = \"256Mi\")]\n"],
            advice: Requests);

    [Fact]
    public Task Adds_a_storage_limit_where_one_is_enough_for_all() =>
        AnalyzerTest.CheckFix<AddResourcesCodeFix>(
            """
            [assembly: Web]
            [assembly: Worker("emails")]
            [assembly: {|INK1004:{|INK1004:Resources(Cpu = "1", Memory = "1Gi")|}|}]
            [assembly: Resources(Cpu = "2", Environment = "production")]
            [assembly: Resources(Cpu = "2", Workload = "emails")]
            """,
            """
            [assembly: Web]
            [assembly: Worker("emails")]
            [assembly: Resources(Cpu = "1", Memory = "1Gi", EphemeralStorage = "1Gi")]
            [assembly: Resources(Cpu = "2", Environment = "production")]
            [assembly: Resources(Cpu = "2", Workload = "emails")]
            """,
            "Add EphemeralStorage = \"1Gi\"",
            Storage);

    [Fact]
    public Task Adds_a_CPU_limit_above_every_request() =>
        AnalyzerTest.CheckFix<AddResourcesCodeFix>(
            """[assembly: {|INK1003:Resources(Cpu = "250m")|}] [assembly: Resources(Cpu = "1.5", Environment = "production")]""",
            """[assembly: Resources(Cpu = "250m", CpuLimit = "3000m")] [assembly: Resources(Cpu = "1.5", Environment = "production")]""",
            advice: CpuLimit);

    [Fact]
    public async Task Leaves_alone_a_limit_of_a_request_that_only_the_render_knows()
    {
        const string attributes = """[assembly: {|INK1003:Resources(Cpu = "{cpu}")|}]""";
        await AnalyzerTest.CheckFix<AddResourcesCodeFix>(attributes, attributes, advice: CpuLimit);
    }
}
