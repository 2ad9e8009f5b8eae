using System.Collections.Immutable;
using Ink.Generators.Analysis;
using Ink.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Secrets;

/// <summary>
/// Reports secrets in literals and in settings files. It reads the text of a file first, and walks its tree only where a literal could be
/// a secret; and it asks the compiler what a literal is given to only for that one.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.Secrets;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (!InkAttributes.AreIn(context.Compilation))
            return;

        var settings = BuildSettings.Of(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var weights = new SecretWeights(context.Compilation, settings);
        context.RegisterSemanticModelAction(file => Report(file, weights));

        // A library's settings files are examples for those who use it.
        if (settings.IsApp(ProjectShape.IsLibraryOf(context.Compilation)))
            context.RegisterAdditionalFileAction(file => SettingsSecrets.Report(file, weights));
    }

    private static void Report(SemanticModelAnalysisContext file, SecretWeights weights)
    {
        var tree = file.SemanticModel.SyntaxTree;
        if (!SourceTraits.Of(tree).MayHoldSecret)
            return;
        foreach (var node in tree.GetRoot(file.CancellationToken).DescendantNodes())
        {
            switch (node)
            {
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.Utf8StringLiteralExpression } literal:
                    LiteralSecrets.ReportLiteral(file, literal, weights);
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    LiteralSecrets.ReportInterpolated(file, interpolated, weights);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    LiteralSecrets.ReportConcatenation(file, sum, weights);
                    break;
                case AttributeSyntax attribute:
                    VariableSecrets.Report(file, attribute, weights);
                    break;
                default:
                    break;
            }
        }
    }
}
