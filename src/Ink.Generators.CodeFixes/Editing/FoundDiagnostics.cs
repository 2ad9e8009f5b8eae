using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes.Editing;

/// <summary>What there is to fix at once.</summary>
internal static class FoundDiagnostics
{
    /// <summary>The diagnostics of a scope with their documents, in the order of the source; an entry a project.</summary>
    public static async Task<IReadOnlyList<(ProjectId Project, IReadOnlyList<(Document Document, Diagnostic Diagnostic)> Diagnostics)>> InScopeOfAsync(FixAllContext context)
    {
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        var found = new List<(ProjectId, IReadOnlyList<(Document, Diagnostic)>)>();
        foreach (var project in projects)
            found.Add((project.Id, await FindAsync(context, project).ConfigureAwait(false)));
        return found;
    }

    private static async Task<IReadOnlyList<(Document, Diagnostic)>> FindAsync(FixAllContext context, Project project)
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
