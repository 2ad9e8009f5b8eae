using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Decides what is probed, and how.</summary>
internal sealed class HealthResolver(AppModel model, DeclarationLayers layers)
{
    public HealthSpec? Resolve(WorkloadKind kind, string workload, int webPort)
    {
        // What runs to its end is healthy when it has ended well.
        if (kind is WorkloadKind.CronJob or WorkloadKind.Job)
            return null;

        var health = layers.One(AttributeKind.Health, workload);
        var port = health.Number("Port", Port.Lowest, Port.Highest, RuleCatalogue.InvalidPort, "A port lies between 1 and 65535.") ?? webPort;
        var isHttp = health.IsDeclared || (model.IsAspNetCore && model.MapsHealth);
        if (kind == WorkloadKind.Worker && !Serves(health, workload))
            return null;

        var live = isHttp ? Path(health, "Live") ?? HealthPaths.Live : null;
        return new HealthSpec(
            port,
            isHttp ? Path(health, "Ready") ?? HealthPaths.Ready : null,
            live,
            isHttp ? Path(health, "Startup") ?? live : null,
            Seconds(health, "PeriodSeconds") ?? 10,
            Seconds(health, "TimeoutSeconds") ?? 2,
            health.Number("FailureThreshold", 1, 1000, RuleCatalogue.InvalidDuration, "Write how many failures in a row count, 1 or more.") ?? 3);
    }

    // A worker answers probes where its process runs the web server that answers them, or where somebody declared so for it: in an
    // app without a web workload, a [Health] for all means the workers.
    private bool Serves(MergedDeclaration health, string workload) =>
        (model.IsAspNetCore && model.MapsHealth)
        || (health.IsDeclared && (model.IsAspNetCore || !layers.One(AttributeKind.Web).IsDeclared))
        || health.Layers.Any(layer => layer.Workload == workload);

    private static int? Seconds(MergedDeclaration health, string argument) =>
        health.Number(argument, 1, 3600, RuleCatalogue.InvalidDuration, "Write seconds, from 1 to 3600.");

    private static string? Path(MergedDeclaration health, string argument) =>
        RoutePath.Normalise(health.Text(argument, RoutePath.IsRequest, RuleCatalogue.EmptyArgument, value =>
            $"\"{value}\" is not a path. Write for example {HealthPaths.Ready}, without spaces."));
}
