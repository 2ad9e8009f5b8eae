using CsCheck;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Collections;
using Ink.Model.Specs;

namespace Ink.Manifests.Tests.Properties;

/// <summary>Makes random answers to how an application is run: scaled, kept available, labelled, scraped, guarded, routed.</summary>
internal static class OperationGen
{
    private static readonly Gen<string> Name = Gen.OneOf("cart", "payments", "shop", "x", "a-b", new string('n', 63));

    private static readonly Gen<string> NumberOrPercent = Gen.OneOf(Gen.Int[1, 9].Select(number => $"{number}"), Gen.Int[1, 100].Select(number => $"{number}%"));

    private static readonly Gen<AutoscaleSpec> Autoscale =
        from min in Gen.Int[1, 5]
        from more in Gen.Int[0, 5]
        from cpu in Gen.Int[1, 200]
        from memory in Gen.Int[1, 200].Nullable()
        from hasCpu in Gen.Bool
        select new AutoscaleSpec(min, min + more, hasCpu || memory is null ? cpu : null, memory);

    private static readonly Gen<QueueScaleSpec> QueueScale =
        from trigger in Gen.OneOf("rabbitmq", "aws-sqs-queue", "cron")
        from min in Gen.Int[0, 5]
        from more in Gen.Int[1, 5]
        from settings in Gen.Select(Name, Gen.OneOf("", "no", "5", "a=b"), (key, value) => new TriggerSetting(key, value)).Array[0, 3]
        from authentication in Name.Null()
        from kind in Gen.OneOf("TriggerAuthentication", "ClusterTriggerAuthentication")
        select new QueueScaleSpec(
            trigger,
            min,
            min + more,
            settings.DistinctBy(setting => setting.Key).ToEquatableArray(),
            authentication is null ? null : new TriggerAuthenticationReference(authentication, kind));

    private static readonly Gen<AvailabilitySpec> Availability =
        from budget in NumberOrPercent
        from isMin in Gen.Bool
        from spread in Gen.Bool
        from priority in Name.Null()
        select new AvailabilitySpec(isMin ? budget : null, isMin ? null : budget, spread, priority);

    private static readonly Gen<EquatableArray<MetadataSpec>> Metadata =
        Gen.Select(
            Gen.OneOf("tier", "example.com/tier", "name", "kind"),
            Gen.OneOf("", "gold", "no", "1e3"),
            Gen.OneOf<string?>(null, "Pod", "Service", "Deployment", "HTTPRoute", "Application"),
            (key, value, on) => new MetadataSpec(key, value, on))
        .Array[0, 4].Select(entries => entries.DistinctBy(entry => (entry.Key, entry.On)).ToEquatableArray());

    private static readonly Gen<PeerSpec> Peer =
        from peer in Gen.OneOf(
            Gen.Const(new PeerSpec(null, null, null, null)),
            Name.Select(name => new PeerSpec(null, name, null, null)),
            Name.Select(name => new PeerSpec("shop", name, null, null)),
            Name.Select(name => new PeerSpec(name, null, null, null)),
            Gen.OneOf("10.0.0.0/8", "::/0").Select(cidr => new PeerSpec(null, null, cidr, null)))
        from port in Gen.Int[1, 65535].Nullable()
        select peer with { Port = port };

    public static Gen<EquatableArray<RouteSpec>> Routes { get; } =
        Gen.Select(
            Gen.OneOf("a.com", "*.a.com", "a-b.com", "a.b.com", $"{new string('l', 63)}.com"),
            Gen.OneOf("/", "/x", "/y/z"),
            Gen.OneOf("public", "internal.edge"),
            Gen.OneOf<string?>(null, "gateways"),
            (host, path, gateway, space) => new RouteSpec(host, path, gateway, space))
        .Array[0, 6].Select(routes => routes.DistinctBy(route => (route.Host, route.Path)).ToEquatableArray());

    /// <summary>The app with some of all that.</summary>
    public static Gen<AppSpec> Operated(this Gen<AppSpec> apps) =>
        from app in apps
        from labels in Metadata
        from annotations in Metadata
        from routes in Routes
        from workloads in Gen.Select(Change, Change, Change, Change).Select((first, second, third, fourth) => new[] { first, second, third, fourth })
        select app with
        {
            Labels = labels,
            Annotations = annotations,
            Routes = app.Web is null ? default : routes,
            Workloads = app.Workloads.Select((workload, i) => workloads[i % workloads.Length](workload)).ToEquatableArray(),
        };

    private static Gen<Func<WorkloadSpec, WorkloadSpec>> Change { get; } =
        from autoscale in Autoscale.Null()
        from queue in QueueScale.Null()
        from availability in Availability
        from grace in Gen.Int[11, 600]
        from metadata in Gen.Select(Metadata, Metadata)
        from port in Gen.OneOf<int?>(null, 8080, 9464)
        from interval in Gen.Int[1, 60].Nullable()
        from sources in Peer.Array[0, 4]
        from targets in Peer.Array[0, 4]
        select new Func<WorkloadSpec, WorkloadSpec>(workload => workload with
        {
            Autoscale = queue is null && !workload.RunsToCompletion ? autoscale : null,
            QueueScale = workload.RunsToCompletion ? null : queue,
            Availability = availability,
            GraceSeconds = grace,
            Labels = metadata.Item1,
            Annotations = metadata.Item2,
            Metrics = !workload.RunsToCompletion && (port ?? workload.Health?.Port) is { } number ? new MetricsSpec(number, "/metrics", interval) : null,
            AllowFrom = sources.Where(peer => peer.Port is not null || workload.Port is not null).ToEquatableArray(),
            AllowTo = targets.ToEquatableArray(),
        });
}
