using Ink.Generators.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Rules;

/// <summary>Reads the keys of <c>.editorconfig</c> that are about a category, or about all analyzers.</summary>
internal static class BulkConfiguration
{
    private const string AllKey = "dotnet_analyzer_diagnostic.severity";
    private const string CategoryKey = $"dotnet_analyzer_diagnostic.category-{Descriptors.Category}.severity";

    /// <summary>The severity; <see langword="null"/> where nothing is said, or to leave it as it is.</summary>
    public static DiagnosticSeverity? Of(AnalyzerConfigOptions file, CompilationOptions options)
    {
        if (!file.TryGetValue(CategoryKey, out var text) && !file.TryGetValue(AllKey, out text))
            return null;
        return text.Trim().ToLowerInvariant() switch
        {
            "error" => DiagnosticSeverity.Error,
            "warning" => options.GeneralDiagnosticOption == ReportDiagnostic.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            "suggestion" => DiagnosticSeverity.Info,
            "silent" or "refactoring" or "none" => DiagnosticSeverity.Hidden,
            _ => null,
        };
    }
}
