using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes.Editing;

/// <summary>
/// Makes the edits of all diagnostics at once. Merging the documents of one fix after the other would write an attribute as often as there
/// are diagnostics that ask for it.
/// </summary>
internal sealed class EditFixAll(InkCodeFix fix) : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var edits = new List<Edit>();
        foreach (var (document, diagnostic) in (await FoundDiagnostics.InScopeOfAsync(fixAllContext).ConfigureAwait(false)).SelectMany(project => project.Diagnostics))
        {
            var cancellationToken = fixAllContext.CancellationToken;
            if (await FixTarget.OfAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } target
                && await fix.PlanAsync(target, cancellationToken).ConfigureAwait(false) is { } plan)
            {
                edits.AddRange(plan.Edits);
            }
        }

        return edits.Count == 0
            ? null
            : CodeAction.Create(
                $"Fix all of {string.Join(", ", fixAllContext.DiagnosticIds)}",
                cancellationToken => EditApplier.ApplyAsync(fixAllContext.Solution, edits, cancellationToken),
                equivalenceKey: fixAllContext.CodeActionEquivalenceKey);
    }
}
