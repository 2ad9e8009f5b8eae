using System.Collections.Immutable;
using Ink.Generators.Analysis;
using Ink.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Secrets;

/// <summary>
/// Reports secrets in literals and in settings files. It looks at the text of a literal first and asks the compiler what the literal is
/// given to only where that text could be a secret, which next to none is.
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
        if (context.Compilation.GetTypeByMetadataName(InkAttributes.Marker) is null)
            return;

        var settings = BuildSettings.Of(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var weights = new SecretWeights(context.Compilation, settings);
        context.RegisterSyntaxNodeAction(node => LiteralSecrets.ReportLiteral(node, weights), SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression);
        context.RegisterSyntaxNodeAction(node => LiteralSecrets.ReportInterpolated(node, weights), SyntaxKind.InterpolatedStringExpression);
        context.RegisterSyntaxNodeAction(node => LiteralSecrets.ReportConcatenation(node, weights), SyntaxKind.AddExpression);
        context.RegisterSyntaxNodeAction(node => VariableSecrets.Report(node, weights), SyntaxKind.Attribute);

        // A library's settings files are examples for those who use it.
        if (settings.IsApp(ProjectShape.IsLibraryOf(context.Compilation)))
            context.RegisterAdditionalFileAction(file => SettingsSecrets.Report(file, weights));
    }
}
