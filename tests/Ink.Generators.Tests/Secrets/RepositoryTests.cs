using Ink.Generators.Secrets;
using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Tests.Secrets;

/// <summary>Ink holds its own sources to its rules: no literal in them is a credential, not even in tests.</summary>
public sealed class RepositoryTests
{
    private static readonly string[] Folders = ["src", "tests", "samples"];

    [Fact]
    public async Task No_literal_of_the_repository_is_a_credential()
    {
        var files = Folders
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .ToList();
        // Not compiled: what a literal is, does not depend on the types around it.
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), new CSharpParseOptions(LanguageVersion.Latest), file));
        var diagnostics = await CSharpCompilation.Create("Repository", trees, References.Web)
            .WithAnalyzers([new SecretAnalyzer()])
            .GetAnalyzerDiagnosticsAsync();

        Assert.True(files.Count > 200, $"only {files.Count} files were read");
        var found = diagnostics.Where(diagnostic => diagnostic.Id is "INK3001" or "INK3002" or "INK3003").Select(diagnostic => $"{diagnostic.Location.GetLineSpan()}: {diagnostic.GetMessage(null)}");
        Assert.True(!found.Any(), string.Join('\n', found));
    }
}
