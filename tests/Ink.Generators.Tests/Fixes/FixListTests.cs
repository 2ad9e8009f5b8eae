using Ink.Generators.CodeFixes;
using Ink.Testing;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.Tests.Fixes;

public sealed class FixListTests
{
    private static readonly List<CodeFixProvider> Fixes =
    [
        .. typeof(RemoveAttributeCodeFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private static string Page => File.ReadAllText(RepositoryRoot.Combine("docs", "rules", "README.md"));

    [Fact]
    public void The_page_of_rules_lists_every_fix()
    {
        var listed = Page[Page.IndexOf("## Fixes", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("| INK", StringComparison.Ordinal)).Select(line => line.Split('|')[1].Trim());
        Assert.Equal(Fixes.SelectMany(fix => fix.FixableDiagnosticIds).Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public void Every_fix_can_be_made_everywhere_at_once() =>
        Assert.All(Fixes, fix => Assert.Contains(FixAllScope.Solution, fix.GetFixAllProvider()!.GetSupportedFixAllScopes()));
}
