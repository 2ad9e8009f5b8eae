using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Ink.Generators.CodeFixes.Secrets;

/// <summary>Moves the secrets of a project out of its source.</summary>
internal static class SecretMover
{
    public static async Task<Solution> ApplyAsync(Project project, IReadOnlyList<(Document Document, Diagnostic Diagnostic)> found, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        var names = new SecretNaming();
        foreach (var group in found.GroupBy(pair => pair.Document.Id))
        {
            // The document of this solution: that of an earlier one would undo what was done since.
            if (project.GetDocument(group.Key) is not { } document || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
                continue;
            var editor = new SyntaxEditor(await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false), solution.Workspace.Services);
            var touched = new HashSet<SyntaxNode>();
            foreach (var (_, diagnostic) in group)
            {
                if (await SecretMove.PlanAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } move)
                    Edit(editor, move, names, Path.GetFileName(document.Name), model, touched);
            }

            solution = solution.WithDocumentSyntaxRoot(document.Id, editor.GetChangedRoot());
        }

        return names.Declared.Count == 0
            ? solution
            : await SecretDeclarations.AddAsync(solution, project, names.Declared, cancellationToken).ConfigureAwait(false);
    }

    private static void Edit(SyntaxEditor editor, SecretMove move, SecretNaming names, string file, SemanticModel model, HashSet<SyntaxNode> touched)
    {
        // Two literals of one concatenation, or two constants of one declaration.
        if (!touched.Add(move.Attribute ?? (SyntaxNode)move.Expression))
            return;
        if (move.Attribute is { } attribute)
        {
            editor.ReplaceNode(attribute, AsSecret(attribute, move.Expression));
            return;
        }

        if (move.Constant is { } constant && touched.Add(constant))
            editor.ReplaceNode(constant, (current, _) => ConstantUse.Relax(current));
        editor.ReplaceNode(move.Expression, SecretRead.At(move.Expression, names.NameOf(move, file), model));
    }

    // [EnvironmentVariable("A", "b", Environment = "dev")] → [Secret("A", Environment = "dev")]
    private static AttributeSyntax AsSecret(AttributeSyntax attribute, ExpressionSyntax value)
    {
        var kept = attribute.ArgumentList!.Arguments.Where(argument => !argument.Span.Contains(value.Span));
        var separators = attribute.ArgumentList.Arguments.GetSeparators();
        var list = attribute.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(kept, separators.Skip(1)));
        return attribute.WithName(Renamed(attribute.Name)).WithArgumentList(list);
    }

    private static NameSyntax Renamed(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.WithRight(SyntaxFactory.IdentifierName("Secret")),
        AliasQualifiedNameSyntax qualified => qualified.WithName(SyntaxFactory.IdentifierName("Secret")),
        _ => SyntaxFactory.IdentifierName("Secret").WithTriviaFrom(name),
    };
}
