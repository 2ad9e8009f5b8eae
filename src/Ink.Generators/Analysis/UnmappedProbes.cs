using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Rules;

namespace Ink.Generators.Analysis;

/// <summary>INK1008: a probe that asks for a path at which nothing answers.</summary>
internal static class UnmappedProbes
{
    public static IEnumerable<Finding> In(ResolvedApp app, ResolvedSource source)
    {
        // Elsewhere probes are answered by code that nobody could recognise.
        if (!source.Shape.IsAspNetCore || source.Endpoints.MapsInk)
            return [];
        return
            from workload in app.Draft.Workloads
            where workload.Health is not null
            from probe in new[] { ("Ready", workload.Health!.Ready), ("Live", workload.Health.Live), ("Startup", workload.Health.Startup) }
                .Where(probe => probe.Item2 is not null)
                // What starts is asked as what lives, unless somebody chose another path.
                .GroupBy(probe => probe.Item2!, (path, probes) => (Argument: probes.First().Item1, Path: path))
            where !source.Endpoints.MayMap(probe.Path)
            let site = SiteOf(source, app.Draft.Environment, workload.Name, probe.Argument)
            where site is not null
            select new Finding(
                RuleCatalogue.UnmappedProbe,
                $"{site.Declaration.Display} {probe.Argument}: nothing in the source maps {probe.Path}, so the probe finds nothing there and no pod becomes ready. Call app.MapInk(), or map the path.",
                site.Declaration,
                probe.Argument);
    }

    // The attribute that wrote the path; for a path that nobody wrote, the most specific one that asks for probes.
    private static AttributeSite? SiteOf(ResolvedSource source, string environment, string workload, string argument)
    {
        var sites = source.Sites
            .Where(site => site.Declaration.Attribute == AttributeKind.Health.Name
                && (site.Declaration.Workload is null || site.Declaration.Workload == workload)
                && (site.Declaration.Environment is null || site.Declaration.Environment == environment))
            .OrderBy(site => (site.Declaration.Workload is null ? 0 : 1) + (site.Declaration.Environment is null ? 0 : 2))
            .ToList();
        return sites.LastOrDefault(site => site.Declaration.TextOf(argument) is not null) ?? sites.LastOrDefault();
    }
}
