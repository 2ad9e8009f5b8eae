using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK2001.</summary>
public sealed class RemoveRootUserTests
{
    [Theory]
    [InlineData("_ = new V1SecurityContext { RunAsUser = {|INK2001:0|} };", "_ = new V1SecurityContext { };")]
    [InlineData("_ = new V1SecurityContext { RunAsUser = {|INK2001:0|}, Privileged = false };", "_ = new V1SecurityContext { Privileged = false };")]
    [InlineData("_ = new V1SecurityContext { Privileged = false, RunAsUser = {|INK2001:0|} };", "_ = new V1SecurityContext { Privileged = false };")]
    [InlineData("_ = new V1SecurityContext { RunAsNonRoot = /* no */ {|INK2001:false|} };", "_ = new V1SecurityContext { RunAsNonRoot = /* no */ true };")]
    public Task Takes_back_that_a_container_runs_as_root(string before, string after) => Check(before, after);

    [Fact]
    public Task Takes_all_back_with_their_lines() =>
        Check(
            """
            var context = new V1PodSecurityContext
            {
                // The owner of the files.
                FsGroup = 1654,
                RunAsUser = {|INK2001:0|},
                RunAsGroup = 1654,
            };
            context.RunAsUser = {|INK2001:0|};
            context.RunAsNonRoot = {|INK2001:false|}; // why
            """,
            """
            var context = new V1PodSecurityContext
            {
                // The owner of the files.
                FsGroup = 1654,
                RunAsGroup = 1654,
            };
            context.RunAsNonRoot = true; // why
            """);

    [Fact]
    public async Task Leaves_alone_what_has_to_be_a_statement()
    {
        const string program = "var context = new V1SecurityContext();\nif (args.Length > 0) context.RunAsUser = {|INK2001:0|};";
        await Check(program, program);
    }

    private static Task Check(string before, string after) =>
        SourceTest<KubernetesObjectAnalyzer>.CheckFix<RemoveRootUserCodeFix>(
            new TestProject { References = [.. References.Worker, References.KubernetesClient], Sources = [Program(before)], HasEntryPoint = true }, Program(after));

    private static string Program(string body) => $"using k8s.Models;\n\n{body}\n";
}
