using Ink.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators.CodeFixes.Secrets;

/// <summary>Writes <c>[assembly: Secret]</c> where the other attributes of Ink stand, or into the program.</summary>
internal static class SecretDeclarations
{
    private const string Program = "Program.cs";

    public static async Task<Solution> AddAsync(Solution solution, Project project, IReadOnlyList<(string Name, string File)> secrets, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
            return solution;
        var attributes = compilation.Assembly.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && InkAttributes.KindOf(type) is not null).ToList();
        var present = new HashSet<string?>(
            attributes.Where(attribute => attribute.AttributeClass!.Name == "SecretAttribute" && attribute.ConstructorArguments.Length == 1).Select(attribute => attribute.ConstructorArguments[0].Value as string));
        var missing = secrets.Where(secret => !present.Contains(secret.Name)).ToList();
        if (missing.Count == 0 || HomeOf(project, attributes, compilation, cancellationToken) is not { } home)
            return solution;

        var isImported = compilation.GetSemanticModel(home).LookupNamespacesAndTypes(home.Length, name: "SecretAttribute").Any(symbol => symbol is INamedTypeSymbol type && InkAttributes.KindOf(type) is not null);
        var id = project.GetDocument(home)!.Id;
        return await solution.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax root
            ? solution.WithDocumentSyntaxRoot(id, Insert(root, missing, isImported ? "Secret" : "Ink.Secret"))
            : solution;
    }

    private static SyntaxTree? HomeOf(Project project, List<AttributeData> attributes, Compilation compilation, CancellationToken cancellationToken)
    {
        var trees = compilation.SyntaxTrees.Where(tree => project.GetDocument(tree) is not null).ToList();
        var beside = attributes.Select(attribute => attribute.ApplicationSyntaxReference?.SyntaxTree).FirstOrDefault(tree => tree is not null && trees.Contains(tree));
        return beside
            ?? trees.FirstOrDefault(tree => string.Equals(Path.GetFileName(tree.FilePath), Program, StringComparison.OrdinalIgnoreCase))
            ?? (compilation.GetEntryPoint(cancellationToken)?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is { } entry && trees.Contains(entry) ? entry : trees.FirstOrDefault());
    }

    private static CompilationUnitSyntax Insert(CompilationUnitSyntax root, List<(string Name, string File)> secrets, string attribute)
    {
        var newLine = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } trivia ? trivia.ToString() : "\n";
        var text = string.Concat(secrets.Select(secret =>
            $"// {UserSecrets.Command(secret.Name)} with the value that stood in {secret.File}; and replace it at its issuer.{newLine}[assembly: {attribute}({SymbolDisplay.FormatLiteral(secret.Name, quote: true)})]{newLine}"));
        var lists = SyntaxFactory.ParseCompilationUnit(text).AttributeLists;
        if (root.AttributeLists.Count > 0)
            return root.WithAttributeLists(root.AttributeLists.AddRange(lists));

        // Behind the usings, and a blank line on either side.
        if (root.Usings.Count > 0 || root.Externs.Count > 0)
            lists = lists.Replace(lists[0], lists[0].WithLeadingTrivia(lists[0].GetLeadingTrivia().Insert(0, SyntaxFactory.EndOfLine(newLine))));
        var followed = root.Members.Count > 0 && !(root.Members[0].GetLeadingTrivia() is { Count: > 0 } before && before[0].IsKind(SyntaxKind.EndOfLineTrivia));
        var last = lists[lists.Count - 1];
        return root.WithAttributeLists(followed ? lists.Replace(last, last.WithTrailingTrivia(last.GetTrailingTrivia().Add(SyntaxFactory.EndOfLine(newLine)))) : lists);
    }
}
