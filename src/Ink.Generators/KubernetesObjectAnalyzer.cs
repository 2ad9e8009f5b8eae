using System.Collections.Immutable;
using Ink.Generators.Analysis;
using Ink.Generators.Reading;
using Ink.Generators.Source;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ink.Generators;

/// <summary>
/// Holds code that makes typed Kubernetes objects, such as a transform, to the policy: what is a constant there is reported at once, by the
/// judgements that the rendered objects meet later.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KubernetesObjectAnalyzer : DiagnosticAnalyzer
{
    // The assemblies of the typed objects, and of what transforms them.
    private const string Client = "KubernetesClient";
    private const string Transforms = "Ink.Manifests";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. KubernetesProperties.All.Select(property => Descriptors.Of(property.Rule)).Distinct()];

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
        if (!InkAttributes.References(compilation, Client) || !(InkAttributes.AreIn(compilation) || InkAttributes.References(compilation, Transforms)))
            return;
        // A test makes what is wrong on purpose.
        var settings = BuildSettings.Of(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var properties = settings.IsTest ? [] : Properties(compilation);
        if (properties.Count == 0)
            return;

        var weights = new Lazy<IReadOnlyDictionary<Rule, RuleSeverity>>(() => Weights(compilation, settings));
        context.RegisterOperationAction(
            operation =>
            {
                if (Assigned(operation.Operation) is not { } assigned || !properties.TryGetValue(assigned.Property, out var property))
                    return;
                foreach (var (location, message) in property.Judge(new AssignedValue(assigned.Value, Siblings(operation.Operation))))
                {
                    if (weights.Value.TryGetValue(property.Rule, out var severity))
                        operation.ReportDiagnostic(Descriptors.Report(property.Rule, location, severity, $"{property.Type}.{property.Property}: {message}"));
                }
            },
            OperationKind.SimpleAssignment,
            OperationKind.MemberInitializer);
    }

    private static Dictionary<ISymbol, KubernetesProperty> Properties(Compilation compilation)
    {
        var properties = new Dictionary<ISymbol, KubernetesProperty>(SymbolEqualityComparer.Default);
        foreach (var property in KubernetesProperties.All)
        {
            if (compilation.GetTypeByMetadataName($"{KubernetesProperties.Namespace}.{property.Type}")?.GetMembers(property.Property).OfType<IPropertySymbol>().FirstOrDefault() is { } symbol)
                properties[symbol] = property;
        }

        return properties;
    }

    // What every environment of the app suppresses is left out, and so is what its policy does not ask for.
    private static Dictionary<Rule, RuleSeverity> Weights(Compilation compilation, BuildSettings settings)
    {
        var apps = ResolvedSource.Of(compilation, settings).Apps;
        var weights = new Dictionary<Rule, RuleSeverity>();
        foreach (var rule in KubernetesProperties.All.Select(property => property.Rule).Distinct())
        {
            var found = apps.SelectMany(app => ResolvedSource.Weigh(app, [new Finding(rule, "")])).FirstOrDefault();
            if (found is not null)
                weights[rule] = found.Severity;
        }

        return weights;
    }

    // List = { "a" } adds to what is there, and is a kind of its own.
    private static (IPropertySymbol Property, IOperation Value)? Assigned(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value } => (property, value),
        IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property: var property }, Initializer: { } value } => (property, value),
        _ => null,
    };

    private static Dictionary<string, IOperation> Siblings(IOperation operation)
    {
        var siblings = new Dictionary<string, IOperation>(StringComparer.Ordinal);
        foreach (var sibling in (operation.Parent as IObjectOrCollectionInitializerOperation)?.Initializers ?? [])
        {
            if (Assigned(sibling) is { } assigned)
                siblings[assigned.Property.Name] = assigned.Value;
        }

        return siblings;
    }
}
