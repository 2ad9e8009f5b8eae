using Ink.Generators.CodeFixes.Editing;
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
        var found = await FoundDiagnostics.InScopeOfAsync(fixAllContext).ConfigureAwait(false);
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
}
