using System.Collections.Immutable;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Analysis;

/// <summary>The catalogue's rules as the compiler wants them.</summary>
public static class Descriptors
{
    /// <summary>The category of all rules.</summary>
    public const string Category = "Ink";

    /// <summary>How the ids begin of rules that speak of registries, repositories and clusters, which only the tasks see.</summary>
    public const string TaskRules = "INK4";

    private const string SecretRules = "INK3";

    // These speak of what only the rendered objects have.
    private static readonly ImmutableHashSet<Rule> ManifestRules =
    [
        RuleCatalogue.UnreadableManifest, RuleCatalogue.UnsafeKernel, RuleCatalogue.UnguardedPod, RuleCatalogue.BroadAccess, RuleCatalogue.PodSecurity,
        RuleCatalogue.PlainSecret,
    ];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = RuleCatalogue.All
        .Where(rule => !rule.Id.StartsWith(TaskRules, StringComparison.Ordinal) && !ManifestRules.Contains(rule))
        .ToImmutableDictionary(rule => rule.Id, Create, StringComparer.Ordinal);

    /// <summary>Every rule that the analyzers can report, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [.. ById.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    /// <summary>Those about attributes.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Attributes { get; } = [.. All.Where(descriptor => !IsAboutSecrets(descriptor))];

    /// <summary>Those about secrets.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Secrets { get; } = [.. All.Where(IsAboutSecrets)];

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor Of(Rule rule) => ById[rule.Id];

    /// <summary>The compiler's word for a severity; a rule that is off is a warning where it is switched on without saying more.</summary>
    public static DiagnosticSeverity SeverityOf(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => DiagnosticSeverity.Error,
        RuleSeverity.Info => DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Warning,
    };

    /// <summary>The diagnostic of a rule, with the severity of the policy; what the project says of the single rule, the compiler knows itself.</summary>
    internal static Diagnostic Report(
        Rule rule, Location location, RuleSeverity severity, string message, ImmutableDictionary<string, string?>? properties = null) =>
        Diagnostic.Create(Of(rule), location, SeverityOf(severity), additionalLocations: null, properties, message);

    private static bool IsAboutSecrets(DiagnosticDescriptor descriptor) => descriptor.Id.StartsWith(SecretRules, StringComparison.Ordinal);

    /// <summary>A descriptor, be it of a rule that no analyzer reports.</summary>
    internal static DiagnosticDescriptor Create(Rule rule) => new(
        rule.Id,
        rule.Title,
        messageFormat: "{0}",
        Category,
        SeverityOf(rule.Severity),
        isEnabledByDefault: rule.Severity != RuleSeverity.None,
        description: null,
        helpLinkUri: rule.HelpLink);
}
