using System.Collections.Immutable;
using Ink.Generators.Analysis;
using Ink.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators;

/// <summary>
/// Reports what is wrong with the attributes of Ink where they stand, in every environment. The judgements are those of the render: the
/// analyzer resolves the same declarations with the same code.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InkAttributeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.Attributes;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var compilation = context.Compilation;
        if (!InkAttributes.AreIn(compilation))
            return;

        // An attribute can be wrong because of one in another file, so all are judged together: once, and only if a file has any, or
        // is where the program begins.
        var settings = BuildSettings.Of(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var diagnostics = new Lazy<ILookup<SyntaxTree?, Diagnostic>>(() =>
            AttributeDiagnostics.Of(compilation, settings).ToLookup(diagnostic => diagnostic.Location.SourceTree));

        context.RegisterSemanticModelAction(file =>
        {
            var tree = file.SemanticModel.SyntaxTree;
            if (tree.GetRoot(file.CancellationToken) is not CompilationUnitSyntax unit || !(unit.AttributeLists.Count > 0 || MayBegin(unit)))
                return;
            foreach (var diagnostic in diagnostics.Value[tree])
                file.ReportDiagnostic(diagnostic);
        });
    }

    private static bool MayBegin(CompilationUnitSyntax unit) =>
        unit.Members.Any(member => member is GlobalStatementSyntax) || SourceTraits.Of(unit.SyntaxTree).MayBegin;
}
