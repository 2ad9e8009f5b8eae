using System.Collections.Immutable;
using System.Globalization;
using Ink.Generators.Analysis;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Rules;

/// <summary>
/// Asks the compiler what it would do with a report of each rule at a place: it knows <c>NoWarn</c>, <c>WarningsAsErrors</c>,
/// <c>.editorconfig</c>, <c>#pragma</c> and <c>[SuppressMessage]</c>, and which of them wins. That order has changed between versions, so
/// it is not told again here.
/// </summary>
internal sealed class RuleProbe(Compilation compilation, AnalyzerConfigOptionsProvider config)
{
    private const string Index = "Index";

    private static readonly ImmutableArray<DiagnosticDescriptor> Rules = [.. RuleCatalogue.All.Select(Descriptors.Create)];

    private static readonly DiagnosticSeverity[] Severities = [DiagnosticSeverity.Error, DiagnosticSeverity.Warning, DiagnosticSeverity.Info];

    /// <summary>The verdict on each rule of the catalogue, in its order.</summary>
    public ImmutableArray<Verdict> At(Location location)
    {
        var probes = Rules.SelectMany((rule, r) => Severities.Select((severity, s) => Probe(rule, location, severity, (r * Severities.Length) + s)));
        var outcomes = new RuleSeverity[Rules.Length * Severities.Length];
        foreach (var diagnostic in CompilationWithAnalyzers.GetEffectiveDiagnostics(probes, compilation))
        {
            if (!diagnostic.IsSuppressed)
                outcomes[int.Parse(diagnostic.Properties[Index]!, CultureInfo.InvariantCulture)] = SeverityOf(OfAllRules(diagnostic) ?? diagnostic.Severity);
        }

        return [.. Rules.Select((_, r) => new Verdict(outcomes[r * Severities.Length], outcomes[(r * Severities.Length) + 1], outcomes[(r * Severities.Length) + 2]))];
    }

    private static Diagnostic Probe(DiagnosticDescriptor rule, Location location, DiagnosticSeverity severity, int index) => Diagnostic.Create(
        rule,
        location,
        severity,
        additionalLocations: null,
        ImmutableDictionary<string, string?>.Empty.Add(Index, index.ToString(CultureInfo.InvariantCulture)),
        "");

    // What is said of a category or of all analyzers is applied by the driver of analyzers, which cannot be asked.
    private DiagnosticSeverity? OfAllRules(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree && diagnostic.Descriptor.IsEnabledByDefault && !IsConfigured(diagnostic.Id, tree)
            ? BulkConfiguration.Of(config.GetOptions(tree), compilation.Options)
            : null;

    private bool IsConfigured(string id, SyntaxTree tree) =>
        compilation.Options.SpecificDiagnosticOptions.ContainsKey(id)
        || (compilation.Options.SyntaxTreeOptionsProvider is { } provider
            && (provider.TryGetDiagnosticValue(tree, id, CancellationToken.None, out _) || provider.TryGetGlobalDiagnosticValue(id, CancellationToken.None, out _)));

    private static RuleSeverity SeverityOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => RuleSeverity.Error,
        DiagnosticSeverity.Warning => RuleSeverity.Warning,
        DiagnosticSeverity.Info => RuleSeverity.Info,
        _ => RuleSeverity.None,
    };
}
