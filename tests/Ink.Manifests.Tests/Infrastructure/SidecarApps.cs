using Ink.Model.Specs;

namespace Ink.Manifests.Tests.Infrastructure;

/// <summary>Applications with other containers beside their own.</summary>
internal static class SidecarApps
{
    public static readonly SidecarSpec Cache = new("cache", "docker.io/valkey/valkey:8.1", Apps.Resources("50m", "64Mi"))
    {
        Port = 6379,
        Command = Apps.List("valkey-server"),
        Args = Apps.List("--save", "", "--loglevel", "$(LEVEL)"),
    };

    public static readonly SidecarSpec Collector = new("opentelemetry-collector", "ghcr.io/acme/collector:2", Apps.Resources("100m", "256Mi")) { Port = 4317 };

    public static readonly SidecarSpec Fetch = new("fetch", "ghcr.io/acme/fetch:1", Apps.Resources("10m", "32Mi")) { IsInit = true };

    /// <summary>A web workload, a worker and a job, each with some: what runs before, what serves, what is scraped.</summary>
    public static AppSpec Rich() => Apps.Minimal() with
    {
        Workloads = Apps.List(
            Apps.Job("hello", "migrate") with { Sidecars = Apps.List(Cache) },
            Apps.Worker("hello", "orders") with { Sidecars = Apps.List(Collector), Metrics = new MetricsSpec(4317, "/metrics", null) },
            Apps.Web("hello") with
            {
                Health = Apps.HttpHealth,
                Autoscale = new AutoscaleSpec(2, 4, 70, null),
                Sidecars = Apps.List(Cache, Fetch, Collector),
                Metrics = new MetricsSpec(4317, "/metrics", null),
            }),
    };

    /// <summary>A web workload with these, and nothing else.</summary>
    public static AppSpec Web(params SidecarSpec[] sidecars) => Apps.Minimal().WithWeb(web => web with { Sidecars = Apps.List(sidecars) });

    /// <summary>A worker with these, and nothing else.</summary>
    public static AppSpec Worker(params SidecarSpec[] sidecars) => OperatedApps.Worker(worker => worker with { Sidecars = Apps.List(sidecars) });
}
