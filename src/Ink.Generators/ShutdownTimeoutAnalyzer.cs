using System.Collections.Immutable;
using System.Globalization;
using Ink.Generators.Analysis;
using Ink.Generators.Reading;
using Ink.Generators.Source;
using Ink.Model.Policy.Judgements;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ink.Generators;

/// <summary>INK1015 in source: a host that gives itself longer to stop than the pods of its workloads have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShutdownTimeoutAnalyzer : DiagnosticAnalyzer
{
    private const string HostOptions = "Microsoft.Extensions.Hosting.HostOptions";
    private const string WebHost = "Microsoft.AspNetCore.Hosting.HostingAbstractionsWebHostBuilderExtensions";
    /// <summary>The property, whose name the method's holds as well.</summary>
    internal const string Property = "ShutdownTimeout";

    private const string Method = "UseShutdownTimeout";

    // Nobody waits longer for a pod; it also keeps the sum of two within an int.
    private const int MostGrace = 86400;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.Of(RuleCatalogue.ShutdownTime)];

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
        var settings = BuildSettings.Of(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        if (!InkAttributes.AreIn(compilation)
            || !settings.IsApp(ProjectShape.IsLibraryOf(compilation)))
        {
            return;
        }

        var source = new Lazy<ResolvedSource>(() => ResolvedSource.Of(compilation, settings));
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var timeout in Timeouts(file))
            {
                if (ConstantTime.SecondsOf(timeout) is not { } seconds)
                    continue;
                foreach (var finding in source.Value.Find(app => ResolvedSource.Weigh(app, Judge(app, seconds))))
                    file.ReportDiagnostic(Descriptors.Report(finding.Rule, timeout.Syntax.GetLocation(), finding.Severity, finding.Message));
            }
        });
    }

    // By the text first: whoever asks for operations has the compiler make those of the whole project.
    private static IEnumerable<IOperation> Timeouts(SemanticModelAnalysisContext file)
    {
        var (model, cancellation) = (file.SemanticModel, file.CancellationToken);
        if (!SourceTraits.Of(model.SyntaxTree).MaySetShutdownTimeout)
            return [];
        var options = model.Compilation.GetTypeByMetadataName(HostOptions);
        var webHost = model.Compilation.GetTypeByMetadataName(WebHost);
        return model.SyntaxTree.GetRoot(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText is Property or Method)
            .Select(name => name.FirstAncestorOrSelf<ExpressionSyntax>(node => node is AssignmentExpressionSyntax or InvocationExpressionSyntax))
            .OfType<ExpressionSyntax>()
            .Distinct()
            .Select(expression => model.GetOperation(expression, cancellation) is { } operation ? Timeout(operation, options, webHost) : null)
            .OfType<IOperation>();
    }

    private static IOperation? Timeout(IOperation operation, INamedTypeSymbol? options, INamedTypeSymbol? webHost) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: Property, ContainingType: var type } }, Value: var value }
            when SymbolEqualityComparer.Default.Equals(type, options) => value,
        IInvocationOperation { TargetMethod: { Name: Method, ContainingType: var type }, Arguments: [.., { Value: var value }] }
            when SymbolEqualityComparer.Default.Equals(type, webHost) => value,
        _ => null,
    };

    private static IEnumerable<Finding> Judge(ResolvedApp app, double seconds) =>
        from workload in app.Draft.Workloads
        where !workload.RunsToCompletion && ShutdownTime.IsTooLong(workload.DrainSeconds, Whole(seconds), workload.GraceSeconds)
        let drained = workload.DrainSeconds == 0 ? "" : $", of which it serves on for {Text(workload.DrainSeconds)}"
        select new Finding(
            RuleCatalogue.ShutdownTime,
            $"{Property}: the host may take {(double.IsInfinity(seconds) ? "for ever" : $"{Text(Whole(seconds))} seconds")} to stop, and a pod of \"{workload.Name}\" is killed after {Text(workload.GraceSeconds)}{drained}. {Remedy(workload.DrainSeconds, seconds)}",
            Workload: workload.Name);

    private static string Remedy(int drainSeconds, double seconds) => Whole(seconds) > MostGrace
        ? "Shorten it, or leave it out: AddInk() sets what the grace period leaves."
        : $"Write [assembly: Availability(GraceSeconds = {Text(drainSeconds + Whole(seconds) + 1)})] or more, or leave it out: AddInk() sets what the grace period leaves.";

    private static int Whole(double seconds) => (int)Math.Min(Math.Ceiling(seconds), MostGrace + 1);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
