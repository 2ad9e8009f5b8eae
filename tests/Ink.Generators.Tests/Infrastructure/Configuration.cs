using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>The files that configure analyzers, read by the compiler's own code, as the compiler hands them on.</summary>
internal sealed class Configuration
{
    private readonly AnalyzerConfigSet _set;

    /// <param name="files">Path and text: <c>/src/.editorconfig</c>, <c>/.globalconfig</c>.</param>
    public Configuration(params (string Path, string Text)[] files) => _set = AnalyzerConfigSet.Create(files.Select(file => AnalyzerConfig.Parse(file.Text, file.Path)).ToList());

    /// <summary>What the compiler's filter asks.</summary>
    public SyntaxTreeOptionsProvider OfRules => new RuleProvider(_set);

    /// <summary>The keys of a file.</summary>
    public AnalyzerConfigOptions OfFile(string path) => new Options(_set.GetOptionsForSourcePath(path).AnalyzerOptions);

    private sealed class RuleProvider(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
