using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes.Secrets;

/// <summary>
/// Moves all secrets at once. One edit after the other would not do: all write into Program.cs, and two secrets of one name must learn of
/// each other.
/// </summary>
internal sealed class MoveSecretFixAll : FixAllProvider
{
    public static readonly MoveSecretFixAll Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project];
        var found = new List<(ProjectId Project, List<(Document, Diagnostic)> Diagnostics)>();
        foreach (var project in projects)
            found.Add((project.Id, await FindAsync(fixAllContext, project).ConfigureAwait(false)));
        return CodeAction.Create(
            "Declare all as secrets",
            async cancellationToken =>
            {
                var solution = fixAllContext.Solution;
                foreach (var (id, diagnostics) in found)
                {
                    // Projects do not touch each other's documents, so what was found in the old solution still stands.
                    if (diagnostics.Count > 0 && solution.GetProject(id) is { } project)
                        solution = await SecretMover.ApplyAsync(project, diagnostics, cancellationToken).ConfigureAwait(false);
                }

                return solution;
            },
            equivalenceKey: fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<List<(Document, Diagnostic)>> FindAsync(FixAllContext context, Project project)
    {
        var diagnostics = context.Scope == FixAllScope.Document && context.Document is { } document
            ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
            : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
        return
        [
            .. from diagnostic in diagnostics
               let holder = project.GetDocument(diagnostic.Location.SourceTree)
               where holder is not null
               orderby holder.FilePath ?? holder.Name, diagnostic.Location.SourceSpan.Start
               select (holder, diagnostic),
        ];
    }
}
