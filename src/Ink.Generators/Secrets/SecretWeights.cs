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
    private readonly Lazy<IReadOnlyList<Suppressions>> _suppressions;

    public SecretWeights(Compilation compilation, BuildSettings settings)
    {
        IsTest = settings.IsTest;
        var contexts = settings.EnvironmentsOrDefault.Select(settings.ContextOf).ToList();
        _profile = PolicyProfiles.Of(contexts[0]) ?? PolicyProfile.Baseline;
        // Asked when a secret is found, which seldom happens.
        _suppressions = new Lazy<IReadOnlyList<Suppressions>>(() =>
        {
            var model = new AppModel("", IsAspNetCore: false, MapsHealth: false, AttributeSite.In(compilation).Select(site => site.Declaration).ToEquatableArray());
            return contexts.Select(context => Suppressions.Of(model, context.Environment, context.Today)).ToList();
        });
    }

    /// <summary>Whether it is a test project.</summary>
    public bool IsTest { get; }

    /// <summary>The diagnostic; <see langword="null"/> where the policy or a suppression leaves it out.</summary>
    public Diagnostic? Create(Rule rule, RuleSeverity severity, Location location, ImmutableDictionary<string, string?>? properties, string message)
    {
        var weight = PolicyProfiles.SeverityOf(rule with { Severity = severity }, _profile);
        if (weight == RuleSeverity.None || _suppressions.Value.All(suppressions => suppressions.Suppress(rule, null)))
            return null;
        var end = _suppressions.Value.Select(suppressions => suppressions.EndOf(rule, null)).FirstOrDefault(end => end is not null);
        return Diagnostic.Create(
            Descriptors.Of(rule), location, Descriptors.SeverityOf(weight), additionalLocations: null, properties, end is null ? message : Suppressions.Ended(message, end));
    }
}
