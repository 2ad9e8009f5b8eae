using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Decides which workloads are scraped, and where.</summary>
internal sealed class MetricsResolver(DeclarationLayers layers)
{
    private const string DefaultPath = "/metrics";

    /// <summary>The metrics of each workload, in the same order.</summary>
    public IReadOnlyList<MetricsSpec?> Resolve(IReadOnlyList<WorkloadSpec> workloads)
    {
        var declared = workloads.Select(workload => layers.One(AttributeKind.Metrics, workload.Name)).ToList();
        var metrics = workloads.Select((workload, i) => Read(declared[i], workload)).ToList();
        for (var i = 0; i < workloads.Count; i++)
        {
            // Said of all, it is about those that have a port; said of one alone, or where none has, it is about nothing.
            var isMeant = declared[i].Layers.Any(layer => layer.Workload is not null) || metrics.All(item => item is null);
            if (declared[i].IsDeclared && !workloads[i].RunsToCompletion && metrics[i] is null && isMeant && declared[i].Number("Port") is null)
                declared[i].Report(RuleCatalogue.MissingReference, null, $"the workload \"{workloads[i].Name}\" listens on no port, so there is nothing to scrape. Write the Port that it serves metrics on.");
        }

        return metrics;
    }

    private MetricsSpec? Read(MergedDeclaration declared, WorkloadSpec workload)
    {
        // A job is over before anybody would scrape it.
        if (!declared.IsDeclared || workload.RunsToCompletion)
            return null;

        var path = RoutePath.Normalise(declared.Setting(layers.Context, "Path", InkProperty.MetricsPath, RoutePath.IsRoute, RuleCatalogue.EmptyArgument, value =>
            $"\"{value}\" is not a path. Write for example {DefaultPath}, without spaces, query, '//' and '..'."));
        var interval = declared.NumberSetting(layers.Context, "IntervalSeconds", InkProperty.MetricsIntervalSeconds, 1, 3600, RuleCatalogue.InvalidDuration, "Write seconds, from 1 to 3600.");
        var port = declared.Number("Port", Port.Lowest, Port.Highest, RuleCatalogue.InvalidPort, "A port lies between 1 and 65535.") ?? workload.Port ?? workload.Health?.Port;
        return port is { } number ? new MetricsSpec(number, path ?? DefaultPath, interval) : null;
    }
}
