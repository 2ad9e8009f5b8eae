using System.Collections.Immutable;
using System.Composition;
using Ink.Generators.Secrets;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes.Secrets;

/// <summary>
/// INK3001, INK3003 and INK3007: declares the secret with <c>[assembly: Secret]</c> and reads it where the literal stood. The value goes
/// nowhere: a fix may not write outside of the solution, so its title and a comment say what to run.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveSecretCodeFix))]
[Shared]
public sealed class MoveSecretCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [RuleCatalogue.KnownCredential.Id, RuleCatalogue.PasswordInAddress.Id, RuleCatalogue.SecretVariable.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => MoveSecretFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await SecretMove.PlanAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } move)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Declare [assembly: Secret(\"{move.Name}\")] (then run: {UserSecrets.Command(move.Name)})",
                    cancellationToken => SecretMover.ApplyAsync(context.Document.Project, [(context.Document, diagnostic)], cancellationToken),
                    equivalenceKey: nameof(MoveSecretCodeFix)),
                diagnostic);
        }
    }
}
