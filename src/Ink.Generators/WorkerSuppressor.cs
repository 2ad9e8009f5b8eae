using System.Collections.Immutable;
using Ink.Generators.Analysis;
using Ink.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators;

/// <summary>
/// Takes back CA1812 ("never instantiated") for the classes that <c>[Worker&lt;T&gt;]</c>, <c>[CronJob&lt;T&gt;]</c> and
/// <c>[Job&lt;T&gt;]</c> name: the host creates them, which that rule cannot see, and in a project with every rule on it would fail the build.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WorkerSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor CreatedByHost =
        new("INKS1812", "CA1812", "The host creates the workers and jobs that the assembly attributes of Ink name.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [CreatedByHost];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (!InkAttributes.AreIn(context.Compilation))
            return;

        var workers = new HashSet<ISymbol?>(AttributeSite.In(context.Compilation).Select(site => site.Type?.OriginalDefinition), SymbolEqualityComparer.Default);
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken) is { } type && workers.Contains(type))
                context.ReportSuppression(Suppression.Create(CreatedByHost, diagnostic));
        }
    }
}
