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

        var live = isHttp ? Path(health, "Live", InkProperty.HealthLive) ?? HealthPaths.Live : null;
        return new HealthSpec(
            port,
            isHttp ? Path(health, "Ready", InkProperty.HealthReady) ?? HealthPaths.Ready : null,
            live,
            isHttp ? Path(health, "Startup", InkProperty.HealthStartup) ?? live : null,
            Seconds(health, "PeriodSeconds", InkProperty.HealthPeriodSeconds) ?? 10,
            Seconds(health, "TimeoutSeconds", InkProperty.HealthTimeoutSeconds) ?? 2,
            health.NumberSetting(layers.Context, "FailureThreshold", InkProperty.HealthFailureThreshold, 1, 1000, RuleCatalogue.InvalidDuration, "Write how many failures in a row count, 1 or more.") ?? 3);
    }

    // A worker answers probes where its process runs the web server that answers them, or where somebody declared so for it: in an
    // app without a web workload, a [Health] for all means the workers.
    private bool Serves(MergedDeclaration health, string workload) =>
        (model.IsAspNetCore && model.MapsHealth)
        || (health.IsDeclared && (model.IsAspNetCore || !layers.One(AttributeKind.Web).IsDeclared))
        || health.Layers.Any(layer => layer.Workload == workload);

    private int? Seconds(MergedDeclaration health, string argument, string property) =>
        health.NumberSetting(layers.Context, argument, property, 1, 3600, RuleCatalogue.InvalidDuration, "Write seconds, from 1 to 3600.");

    private string? Path(MergedDeclaration health, string argument, string property) =>
        RoutePath.Normalise(health.Setting(layers.Context, argument, property, RoutePath.IsRequest, RuleCatalogue.EmptyArgument, value =>
            $"\"{value}\" is not a path. Write for example {HealthPaths.Ready}, without spaces."));
}
