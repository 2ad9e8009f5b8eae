using Ink.Model.Specs;

namespace Ink.Manifests.Tests.Infrastructure;

/// <summary>Applications of which it is said how they are run: scaled, kept available, labelled, scraped, guarded, routed.</summary>
internal static class OperatedApps
{
    /// <summary>Everything at once: an autoscaled web workload behind a Gateway, and a worker that follows a queue.</summary>
    public static AppSpec Rich()
    {
        var tier = new MetadataSpec("example.com/tier", "gold", null);
        var contact = new MetadataSpec("example.com/contact", "#payments", null);
        return new AppSpec
        {
            Name = "checkout",
            Environment = "production",
            Namespace = "shop",
            PartOf = "shop",
            SecretStore = new SecretStoreReference("aws-parameter-store", "ClusterSecretStore"),
            Argo = new ArgoSpec("argocd", "default", "https://kubernetes.default.svc", null),
            Labels = Apps.List(tier, new MetadataSpec("example.com/alerts", "on", "Application")),
            Annotations = Apps.List(contact),
            Routes = Apps.List(
                new RouteSpec("shop.example.com", "/checkout", "public", "gateways"),
                new RouteSpec("shop.example.com", "/cart", "public", "gateways"),
                new RouteSpec("*.example.com", "/", "internal", null)),
            Workloads = Apps.List(
                Apps.Worker("checkout", "orders") with
                {
                    QueueScale = new QueueScaleSpec(
                        "rabbitmq",
                        0,
                        20,
                        Apps.List(new TriggerSetting("mode", "QueueLength"), new TriggerSetting("queueName", "orders"), new TriggerSetting("value", "20")),
                        new TriggerAuthenticationReference("rabbitmq", "TriggerAuthentication")),
                    GraceSeconds = 120,
                    Metrics = new MetricsSpec(9464, "/metrics", 15),
                    Labels = Apps.List(tier, new MetadataSpec("release", "prometheus", "ServiceMonitor")),
                    Annotations = Apps.List(contact),
                    AllowTo = Apps.List(
                        new PeerSpec(null, "payments", null, 8080), new PeerSpec(null, null, "10.20.0.0/16", 5432), new PeerSpec("mail", null, null, 25)),
                },
                Apps.Web("checkout") with
                {
                    Autoscale = new AutoscaleSpec(3, 12, 70, 90),
                    Availability = new AvailabilitySpec("60%", null, Spread: false, "critical"),
                    Metrics = new MetricsSpec(8080, "/metrics", null),
                    Labels = Apps.List(tier, new MetadataSpec("example.com/tier", "silver", "Service")),
                    Annotations = Apps.List(contact, new MetadataSpec("example.com/restart", "1", "Pod")),
                    AllowFrom = Apps.List(new PeerSpec("gateways", null, null, null), new PeerSpec(null, "cart", null, null), new PeerSpec("monitoring", "prometheus", null, 8080)),
                }),
        };
    }

    /// <summary>A web workload that is changed, and nothing else.</summary>
    public static AppSpec Web(Func<WorkloadSpec, WorkloadSpec> change) => Apps.Minimal().WithWeb(change);

    /// <summary>A worker that is changed, and nothing else.</summary>
    public static AppSpec Worker(Func<WorkloadSpec, WorkloadSpec> change) =>
        Apps.Minimal() with { Workloads = Apps.List(change(Apps.Worker("hello", "orders"))) };
}
