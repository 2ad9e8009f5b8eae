using Ink.Generators.Analysis;
using Ink.Model.Collections;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Reading;

/// <summary>
/// Asks the compiler what the project says of each rule, in the compiler's own order: command line (<c>NoWarn</c>,
/// <c>WarningsAsErrors</c>), <c>.editorconfig</c> for the file, global configuration, <c>TreatWarningsAsErrors</c>.
/// </summary>
internal static class RuleOptions
{
    private const string BulkKey = "dotnet_analyzer_diagnostic.severity";
    private const string CategoryKey = $"dotnet_analyzer_diagnostic.category-{Descriptors.Category}.severity";
    private const string Program = "Program.cs";

    /// <summary>What differs from the catalogue, by id (ordinal).</summary>
    /// <param name="compilation">The compilation, with its options.</param>
    /// <param name="config">The options of its files.</param>
    /// <param name="files">The files with attributes of Ink.</param>
    /// <param name="suppressed">Rules that are suppressed in all of the assembly.</param>
    public static EquatableArray<RuleSetting> Of(
        Compilation compilation, AnalyzerConfigOptionsProvider config, IEnumerable<string> files, EquatableArray<string> suppressed)
    {
        var tree = TreeOf(compilation, files);
        var options = tree is null ? null : config.GetOptions(tree);
        return RuleCatalogue.All
            .Select(rule => suppressed.Contains(rule.Id)
                ? new RuleSetting(rule.Id, RuleSeverity.None)
                : Configured(rule, compilation.Options, tree, options) is { } severity ? new RuleSetting(rule.Id, severity) : null)
            .OfType<RuleSetting>()
            .ToEquatableArray();
    }

    /// <summary>The rule that a <c>[SuppressMessage]</c> without a target names; <see langword="null"/> where it is none of Ink's.</summary>
    public static string? SuppressedBy(AttributeData attribute)
    {
        if (attribute.ConstructorArguments is not [_, { Value: string text }])
            return null;
        var isTargeted = attribute.NamedArguments.Any(argument => argument.Key == "Target" && argument.Value.Value is string { Length: > 0 });
        var id = text.Split(':')[0].Trim();
        return !isTargeted && RuleCatalogue.All.Any(rule => rule.Id == id) ? id : null;
    }

    // The file that the attributes stand in; an app without any has its entry point there.
    private static SyntaxTree? TreeOf(Compilation compilation, IEnumerable<string> files)
    {
        var file = files.OrderBy(path => path, StringComparer.Ordinal).FirstOrDefault();
        return file is null
            ? compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath.EndsWith(Program, StringComparison.OrdinalIgnoreCase))
            : compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == file);
    }

    private static RuleSeverity? Configured(Rule rule, CompilationOptions options, SyntaxTree? tree, AnalyzerConfigOptions? config)
    {
        var isSpecified = options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out var report);
        // <WarningsNotAsErrors>: told by the absence of an opinion.
        var isNeverError = isSpecified && report == ReportDiagnostic.Default;
        if (!isSpecified || isNeverError)
        {
            isSpecified = OfFile(rule, options, tree, out report) || OfAll(rule, config, out report);
            report = report switch
            {
                ReportDiagnostic.Warn when options.GeneralDiagnosticOption == ReportDiagnostic.Error && !isNeverError => ReportDiagnostic.Error,
                ReportDiagnostic.Error when isNeverError => ReportDiagnostic.Warn,
                _ => report,
            };
        }

        if (isSpecified && report != ReportDiagnostic.Default)
            return SeverityOf(report);
        // What targets warn of once they have pushed is no reason to call the deploy a failure.
        var isOfTargets = rule.Id.StartsWith(Descriptors.TaskRules, StringComparison.Ordinal);
        return options.GeneralDiagnosticOption == ReportDiagnostic.Error && rule.Severity == RuleSeverity.Warning && !isNeverError && !isOfTargets
            ? RuleSeverity.Error
            : null;
    }

    private static bool OfFile(Rule rule, CompilationOptions options, SyntaxTree? tree, out ReportDiagnostic report)
    {
        report = ReportDiagnostic.Default;
        return options.SyntaxTreeOptionsProvider is { } provider
            && ((tree is not null && provider.TryGetDiagnosticValue(tree, rule.Id, CancellationToken.None, out report))
                || provider.TryGetGlobalDiagnosticValue(rule.Id, CancellationToken.None, out report));
    }

    // Settings for a category or for all analyzers; rules that are off stay off.
    private static bool OfAll(Rule rule, AnalyzerConfigOptions? config, out ReportDiagnostic report)
    {
        report = ReportDiagnostic.Default;
        if (rule.Severity == RuleSeverity.None || config is null)
            return false;
        if (!config.TryGetValue(CategoryKey, out var text) && !config.TryGetValue(BulkKey, out text))
            return false;
        report = text.Trim().ToLowerInvariant() switch
        {
            "error" => ReportDiagnostic.Error,
            "warning" => ReportDiagnostic.Warn,
            "suggestion" => ReportDiagnostic.Info,
            "silent" or "refactoring" => ReportDiagnostic.Hidden,
            "none" => ReportDiagnostic.Suppress,
            _ => ReportDiagnostic.Default,
        };
        return report != ReportDiagnostic.Default;
    }

    private static RuleSeverity SeverityOf(ReportDiagnostic report) => report switch
    {
        ReportDiagnostic.Error => RuleSeverity.Error,
        ReportDiagnostic.Warn => RuleSeverity.Warning,
        ReportDiagnostic.Suppress => RuleSeverity.None,
        _ => RuleSeverity.Info,
    };
}
