using System.Collections.Immutable;
using Ink.Generators.Reading;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Policy;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Analysis;

/// <summary>Everything there is to say about the attributes of one compilation.</summary>
internal static class AttributeDiagnostics
{
    /// <summary>The key, in a diagnostic's properties, of the name of the argument it is about.</summary>
    public const string ArgumentProperty = "Argument";

    /// <summary>The key of the name of the attribute.</summary>
    public const string AttributeProperty = "Attribute";

    /// <summary>The key of the names of the arguments that nobody wrote, joined with commas; empty where what was written is wrong.</summary>
    public const string MissingProperty = "Missing";

    public static IEnumerable<Diagnostic> Of(Compilation compilation, BuildSettings settings)
    {
        var sites = AttributeSite.In(compilation);
        var shape = ProjectShape.Of(compilation);
        return settings.IsApp(shape.IsLibrary)
            ? Findings(sites, shape, settings, compilation)
            : sites.Select(site => NoEffect(site, settings));
    }

    private static Diagnostic NoEffect(AttributeSite site, BuildSettings settings)
    {
        var project = settings.ProjectKind switch
        {
            "Test" => "a test project is not deployed",
            "Platform" => "a platform project describes clusters, not an app",
            _ => "a library is not deployed",
        };
        return Report(RuleCatalogue.NoEffect, site, null, $"{site.Declaration.Display} has no effect: {project}. Move it to the project of the service, or remove it.");
    }

    private static Finding? WrongType(AttributeSite site, Compilation compilation) =>
        site.Type is { } type && RoleType.Problem(site.Declaration.Attribute, type, compilation) is { } problem
            ? new Finding(RuleCatalogue.WrongType, $"{site.Declaration.Display} cannot run {type.Name}: {problem}", site.Declaration, DeclarationReader.TypeArgument)
            : null;

    // A finding without a declaration is about what nobody wrote, or about a project property: the tasks report the latter, for there
    // is no place for it in source.
    private static IEnumerable<Diagnostic> Findings(IReadOnlyList<AttributeSite> sites, ProjectShape shape, BuildSettings settings, Compilation compilation)
    {
        var model = new AppModel(shape.Assembly, shape.IsAspNetCore, MapsHealth: true, sites.Select(site => site.Declaration).ToEquatableArray())
        {
            // Whether one that is off by default has been switched on, the compiler knows: it is asked by a report.
            Rules = RuleCatalogue.All.Where(rule => rule.Severity == RuleSeverity.None).Select(rule => new RuleSetting(rule.Id, RuleSeverity.Warning)).ToEquatableArray(),
        };
        var wrongTypes = sites.Select(site => WrongType(site, compilation)).OfType<Finding>().ToList();
        var environments = Environments(model, settings);
        var found = new Dictionary<Finding, List<string>>();
        foreach (var environment in environments)
        {
            var resolved = AppResolver.Resolve(model, settings.ContextOf(environment));
            foreach (var finding in wrongTypes.Where(finding => !resolved.Suppressions.Suppress(finding)).Concat(resolved.Findings))
            {
                if (!found.TryGetValue(finding, out var where))
                    found[finding] = where = [];
                where.Add(environment);
            }
        }

        return
            from pair in found
            let site = SiteOf(pair.Key, sites)
            let location = site?.LocationOf(pair.Key.Argument) ?? (pair.Key.Workload is null ? null : ProgramStart.Of(compilation))
            where location is not null
            let suffix = pair.Value.Count < environments.Count ? $" (in {string.Join(", ", pair.Value)})" : ""
            select Report(pair.Key.Rule, location, site?.Declaration.Attribute, pair.Key.Argument, pair.Key.Message + suffix, pair.Key.Severity, pair.Key.Hint);
    }

    private static List<string> Environments(AppModel model, BuildSettings settings) =>
        settings.EnvironmentNames.Count > 0
            ? settings.EnvironmentNames.ToList()
            : settings.EnvironmentsOrDefault.Concat(model.Declarations.Select(declaration => declaration.Environment).OfType<string>()).Distinct(StringComparer.Ordinal).ToList();

    // By reference: of two attributes that say the same, the finding means one.
    private static AttributeSite? SiteOf(Finding finding, IReadOnlyList<AttributeSite> sites) =>
        finding.Declaration is { } declaration ? sites.FirstOrDefault(site => ReferenceEquals(site.Declaration, declaration)) : null;

    private static Diagnostic Report(Rule rule, AttributeSite site, string? argument, string message) =>
        Report(rule, site.LocationOf(argument), site.Declaration.Attribute, argument, message, rule.Severity);

    // With the severity of the policy; what the project says of the single rule, the compiler knows itself.
    private static Diagnostic Report(Rule rule, Location location, string? attribute, string? argument, string message, RuleSeverity severity, SourceHint? hint = null) => Diagnostic.Create(
        Descriptors.Of(rule),
        location,
        Descriptors.SeverityOf(severity),
        additionalLocations: null,
        ImmutableDictionary<string, string?>.Empty.Add(ArgumentProperty, argument).Add(AttributeProperty, attribute).Add(MissingProperty, string.Join(",", hint?.Missing ?? default)),
        message);
}
