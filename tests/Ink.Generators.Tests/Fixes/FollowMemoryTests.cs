using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK1002.</summary>
public sealed class FollowMemoryTests
{
    [Theory]
    [InlineData("""[assembly: Resources(Memory = "256Mi", MemoryLimit = {|INK1002:"8Gi"|})]""", """[assembly: Resources(Memory = "256Mi")]""")]
    [InlineData("""[assembly: Resources(MemoryLimit = {|INK1002:"8Gi"|}, Memory = "256Mi")]""", """[assembly: Resources(Memory = "256Mi")]""")]
    [InlineData("""[assembly: Resources(Memory = "256Mi")] [assembly: Resources(MemoryLimit = {|INK1002:"8Gi"|}, Environment = "production")]""", """[assembly: Resources(Memory = "256Mi")] """)]
    public Task Removes_the_limit(string before, string after) =>
        AnalyzerTest.CheckFix<FollowMemoryCodeFix>(before, after, "Remove MemoryLimit, so that the limit is Memory", "INK1002");

    [Fact]
    public Task Removes_all_at_once() =>
        AnalyzerTest.CheckFix<FollowMemoryCodeFix>(
            """
            [assembly: Resources(Memory = "256Mi", MemoryLimit = {|INK1002:"8Gi"|})]
            [assembly: Resources(Memory = "512Mi", MemoryLimit = {|INK1002:"16Gi"|}, Environment = "production")]
            """,
            """
            [assembly: Resources(Memory = "256Mi")]
            [assembly: Resources(Memory = "512Mi", Environment = "production")]
            """,
            advice: "INK1002");
}
