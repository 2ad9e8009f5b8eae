using System.Collections.Immutable;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Analysis;

/// <summary>The catalogue's rules as the compiler wants them.</summary>
public static class Descriptors
{
    /// <summary>The category of all rules.</summary>
    public const string Category = "Ink";

    private const string SecretRules = "INK3";

    // These rules speak of registries, repositories, clusters and rendered objects, which only the tasks see.
    private static readonly string[] TaskRules = ["INK4", RuleCatalogue.SecretInManifest.Id];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = RuleCatalogue.All
        .Where(rule => !TaskRules.Any(prefix => rule.Id.StartsWith(prefix, StringComparison.Ordinal)))
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

    private static bool IsAboutSecrets(DiagnosticDescriptor descriptor) => descriptor.Id.StartsWith(SecretRules, StringComparison.Ordinal);

    private static DiagnosticDescriptor Create(Rule rule) => new(
        rule.Id,
        rule.Title,
        messageFormat: "{0}",
        Category,
        rule.Severity switch
        {
            RuleSeverity.Error => DiagnosticSeverity.Error,
            RuleSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        description: null,
        helpLinkUri: rule.HelpLink);
}
