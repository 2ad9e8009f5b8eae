using Ink.Generators.Reading;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Analysis;

/// <summary>What the source of an app means in every environment.</summary>
/// <param name="Sites">The attributes of Ink.</param>
/// <param name="Endpoints">What the source maps.</param>
/// <param name="Shape">What the compilation is.</param>
/// <param name="Apps">The app in each environment.</param>
internal sealed record ResolvedSource(IReadOnlyList<AttributeSite> Sites, EndpointCalls Endpoints, ProjectShape Shape, IReadOnlyList<ResolvedApp> Apps)
{
    public static ResolvedSource Of(Compilation compilation, BuildSettings settings)
    {
        var sites = AttributeSite.In(compilation);
        var shape = ProjectShape.Of(compilation);
        var endpoints = EndpointCalls.In(compilation);
        var model = new AppModel(shape.Assembly, shape.IsAspNetCore, endpoints.MapsInk, sites.Select(site => site.Declaration).ToEquatableArray())
        {
            // Whether one that is off by default has been switched on, the compiler knows: it is asked by a report.
            Rules = RuleCatalogue.All.Where(rule => rule.Severity == RuleSeverity.None).Select(rule => new RuleSetting(rule.Id, RuleSeverity.Warning)).ToEquatableArray(),
        };
        var apps = Environments(model, settings).Select(environment => AppResolver.Resolve(model, settings.ContextOf(environment))).ToList();
        return new ResolvedSource(sites, endpoints, shape, apps);
    }

    /// <summary>What is found in the environments, each finding once, with the names of its environments where not all have it.</summary>
    public IEnumerable<Finding> Find(Func<ResolvedApp, IEnumerable<Finding>> judge)
    {
        var found = new Dictionary<Finding, List<string>>();
        foreach (var app in Apps)
        {
            foreach (var finding in judge(app))
            {
                if (!found.TryGetValue(finding, out var where))
                    found[finding] = where = [];
                where.Add(app.Draft.Environment);
            }
        }

        return found.Select(pair => pair.Value.Count < Apps.Count
            ? pair.Key with { Message = $"{pair.Key.Message} (in {string.Join(", ", pair.Value)})" }
            : pair.Key);
    }

    /// <summary>The findings of what attributes do not say, weighed as those of attributes: by the policy and by <c>[Suppress]</c>.</summary>
    public static IEnumerable<Finding> Weigh(ResolvedApp app, IEnumerable<Finding> findings) => findings
        .Where(finding => !app.Suppressions.Suppress(finding))
        .Select(finding => finding with { Severity = app.Settings.SeverityOf(finding.Rule) })
        // A rule that the catalogue leaves off can be switched on for the compiler, which asks for itself.
        .Where(finding => finding.Severity != RuleSeverity.None || finding.Rule.Severity == RuleSeverity.None);

    private static List<string> Environments(AppModel model, BuildSettings settings) =>
        settings.EnvironmentNames.Count > 0
            ? settings.EnvironmentNames.ToList()
            : settings.EnvironmentsOrDefault.Concat(model.Declarations.Select(declaration => declaration.Environment).OfType<string>()).Distinct(StringComparer.Ordinal).ToList();
}
