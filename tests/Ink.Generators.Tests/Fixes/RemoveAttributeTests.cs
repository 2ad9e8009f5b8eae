using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK0001, INK0006 and INK0007.</summary>
public sealed class RemoveAttributeTests
{
    [Theory]
    [InlineData("""[assembly: Secret("A", Workload = {|INK0001:"emials"|})]""", "Remove [Secret(\"A\")]")]
    [InlineData("""[assembly: Job("migrate")] [assembly: Health(Ready = "/ok", Workload = {|INK0001:"migrate"|})]""", "Remove [Health]", """[assembly: Job("migrate")] """)]
    [InlineData("""[assembly: EnvironmentVariable({|INK0006:"INK_ROLE"|}, "web")]""", "Remove [EnvironmentVariable(\"INK_ROLE\")]")]
    [InlineData("""[assembly: Label({|INK0006:"app.kubernetes.io/name"|}, "x")]""", "Remove [Label(\"app.kubernetes.io/name\")]")]
    [InlineData("""[assembly: Web, {|INK0007:Web|}]""", "Remove [Web]", "[assembly: Web]")]
    [InlineData("""[assembly: Autoscale, {|INK0007:QueueScale("rabbitmq")|}]""", "Remove [QueueScale]", "[assembly: Autoscale]")]
    public Task Removes_the_attribute(string before, string title, string after = "") =>
        AnalyzerTest.CheckFix<RemoveAttributeCodeFix>(before, after, title);

    [Theory]
    [InlineData("""[assembly: Sidecar("wait", "busybox:1", Init = true, Port = {|INK0001:80|})]""", """[assembly: Sidecar("wait", "busybox:1", Init = true)]""", "Remove Port from [Sidecar(\"wait\")]")]
    [InlineData("""[assembly: Sidecar("wait", "busybox:1", Port = {|INK0001:80|}, Init = true)]""", """[assembly: Sidecar("wait", "busybox:1", Init = true)]""", null)]
    public Task Removes_the_argument_where_the_rest_still_means_something(string before, string after, string? title) =>
        AnalyzerTest.CheckFix<RemoveAttributeCodeFix>(before, after, title);

    [Fact]
    public Task Removes_all_at_once_with_their_lines_and_keeps_what_stands_around() =>
        AnalyzerTest.CheckFix<RemoveAttributeCodeFix>(
            """
            // The app.
            [assembly: App("shop", Team = "a")]
            [assembly: {|INK0007:App("shop")|}] // again
            [assembly: Web]

            // The workers.
            [assembly: Worker("a", Replicas = 2)]
            [assembly: Worker({|INK0006:"web"|})]
              [assembly: {|INK0007:Worker("a")|}]

            internal static class Shop;
            """,
            """
            // The app.
            [assembly: App("shop", Team = "a")]
            // again
            [assembly: Web]

            // The workers.
            [assembly: Worker("a", Replicas = 2)]

            internal static class Shop;
            """);

    [Fact]
    public Task Removes_what_a_library_declares() =>
        AnalyzerTest.CheckFix<RemoveAttributeCodeFix>(
            TestProject.Web("[assembly: {|INK0001:Ink.App(\"shop\")|}, {|INK0001:Ink.Web|}]\n[assembly: System.CLSCompliant(false)]\n") with { OutputKind = OutputKind.DynamicallyLinkedLibrary },
            ["[assembly: System.CLSCompliant(false)]\n"]);

    [Theory]
    [InlineData("""[assembly: Secret("A", File = "/etc/a")] [assembly: Secret("B", File = {|INK0006:"/etc/a"|})]""")]
    [InlineData("""[assembly: Sidecar("a", "busybox:1", Port = {|INK0006:8080|})] [assembly: Web]""")]
    public Task Leaves_alone_what_may_be_meant_to_be_something_else(string attributes) =>
        AnalyzerTest.CheckFix<RemoveAttributeCodeFix>(attributes, attributes);
}
