using System.Collections.Immutable;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes.Editing;

/// <summary>A fix that says what to edit, and leaves it to others to do so, for one diagnostic or for all at once.</summary>
public abstract class InkCodeFix : CodeFixProvider
{
    private protected InkCodeFix(params Rule[] rules) => FixableDiagnosticIds = [.. rules.Select(rule => rule.Id)];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new EditFixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixTarget.OfAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } target
                || await PlanAsync(target, context.CancellationToken).ConfigureAwait(false) is not { } plan)
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    plan.Title,
                    cancellationToken => EditApplier.ApplyAsync(context.Document.Project.Solution, plan.Edits, cancellationToken),
                    equivalenceKey: GetType().Name),
                diagnostic);
        }
    }

    /// <summary>What to do; <see langword="null"/> where that cannot be known.</summary>
    private protected virtual FixPlan? Plan(FixTarget target) => null;

    /// <inheritdoc cref="Plan"/>
    internal virtual Task<FixPlan?> PlanAsync(FixTarget target, CancellationToken cancellationToken) => Task.FromResult(Plan(target));
}
