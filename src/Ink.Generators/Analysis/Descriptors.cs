using System.Collections.Immutable;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Analysis;

/// <summary>The catalogue's rules as the compiler wants them.</summary>
public static class Descriptors
{
    /// <summary>The category of all rules.</summary>
    public const string Category = "Ink";

    // These rules speak of registries, repositories and clusters, which only the tasks see.
    private const string TaskRules = "INK4";

    // These speak of what only the rendered objects have.
    private static readonly ImmutableHashSet<Rule> ManifestRules =
    [
        RuleCatalogue.UnreadableManifest, RuleCatalogue.UnsafeKernel, RuleCatalogue.UnguardedPod, RuleCatalogue.BroadAccess, RuleCatalogue.PodSecurity,
        RuleCatalogue.PlainSecret,
    ];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = RuleCatalogue.All
        .Where(rule => !rule.Id.StartsWith(TaskRules, StringComparison.Ordinal) && !ManifestRules.Contains(rule))
        .ToImmutableDictionary(rule => rule.Id, Create, StringComparer.Ordinal);

    /// <summary>Every rule that the analyzer can report, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [.. ById.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor Of(Rule rule) => ById[rule.Id];

    private static DiagnosticDescriptor Create(Rule rule) => new(
        rule.Id,
        rule.Title,
        messageFormat: "{0}",
        Category,
        rule.Severity switch
        {
            RuleSeverity.Error => DiagnosticSeverity.Error,
            RuleSeverity.Info => DiagnosticSeverity.Info,
            // One that is off weighs as much as a warning where it is switched on without saying more.
            _ => DiagnosticSeverity.Warning,
        },
        isEnabledByDefault: rule.Severity != RuleSeverity.None,
        description: null,
        helpLinkUri: rule.HelpLink);
}
