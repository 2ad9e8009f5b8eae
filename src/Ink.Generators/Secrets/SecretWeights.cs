using System.Collections.Immutable;
using Ink.Generators.Analysis;
using Ink.Generators.Reading;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Policy;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Secrets;

/// <summary>How much secrets weigh in a project: by its policy, and by what <c>[Suppress]</c> takes back in every environment, since source has none.</summary>
internal sealed class SecretWeights
{
    private readonly PolicyProfile _profile;
    private readonly Lazy<CommonSuppressions> _suppressions;

    public SecretWeights(Compilation compilation, BuildSettings settings)
    {
        IsTest = settings.IsTest;
        var contexts = settings.EnvironmentsOrDefault.Select(settings.ContextOf).ToList();
        _profile = PolicyProfiles.Of(contexts[0]) ?? PolicyProfile.Baseline;
        // Asked when a secret is found, which seldom happens.
        _suppressions = new Lazy<CommonSuppressions>(() =>
        {
            var model = new AppModel("", IsAspNetCore: false, MapsHealth: false, AttributeSite.In(compilation).Select(site => site.Declaration).ToEquatableArray());
            return new CommonSuppressions([.. contexts.Select(context => Suppressions.Of(model, context.Environment, context.Today))]);
        });
    }

    /// <summary>Whether it is a test project.</summary>
    public bool IsTest { get; }

    /// <summary>The diagnostic; <see langword="null"/> where the policy or a suppression leaves it out.</summary>
    public Diagnostic? Create(Rule rule, RuleSeverity severity, Location location, ImmutableDictionary<string, string?>? properties, string message)
    {
        var weight = PolicyProfiles.SeverityOf(rule with { Severity = severity }, _profile);
        return weight == RuleSeverity.None || _suppressions.Value.Suppress(rule)
            ? null
            : Descriptors.Report(rule, location, weight, _suppressions.Value.Tell(rule, message), properties);
    }
}
