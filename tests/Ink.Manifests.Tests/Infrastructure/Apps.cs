using Ink.Model.Collections;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Manifests.Tests.Infrastructure;

/// <summary>Applications that the tests render.</summary>
internal static class Apps
{
    public static readonly ContainerImage Image = new(
        "registry.example.com/checkout:1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d@sha256:" + new string('c', 64),
        "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d");

    public static readonly HealthSpec HttpHealth = new(8080, "/health/ready", "/health/live", "/health/live", 10, 2, 3);

    /// <summary>A web workload and nothing else: a project without one attribute.</summary>
    public static AppSpec Minimal() => new()
    {
        Name = "hello",
        Environment = "dev",
        Namespace = "hello",
        PartOf = "hello",
        SecretStore = new SecretStoreReference("aws-parameter-store", "ClusterSecretStore"),
        Argo = new ArgoSpec("argocd", "default", "https://kubernetes.default.svc", null),
        Workloads = List(Web("hello") with { Health = new HealthSpec(8080, null, null, null, 10, 1, 3) }),
    };

    /// <summary>Everything that a specification can hold today.</summary>
    public static AppSpec Rich()
    {
        var database = new SecretSpec("ConnectionStrings__Orders", "/checkout/production/orders", "url", null, null);
        var key = new SecretSpec("SIGNING_KEY", "/checkout/production/signing", null, "vault", "/etc/checkout/keys/signing.pem");
        var certificate = new SecretSpec("SIGNING_CERT", "/checkout/production/cert", null, null, "/etc/checkout/keys/signing.crt");
        return new AppSpec
        {
            Name = "checkout",
            Environment = "production",
            Namespace = "shop",
            PartOf = "shop",
            Team = "payments",
            Description = "Takes carts and turns them into orders",
            IamRole = "arn:aws:iam::123456789012:role/checkout",
            SecretStore = new SecretStoreReference("aws-parameter-store", "ClusterSecretStore"),
            Argo = new ArgoSpec("argocd", "shop", null, "production"),
            Secrets = List(database, certificate, key),
            Ingresses = List(
                new IngressSpec("shop.example.com", "/checkout", "Prefix", "shared", true, null),
                new IngressSpec("shop.example.com", "/checkout/status", "Exact", "shared", true, null),
                new IngressSpec("shop.internal.example.com", "/", "Prefix", "internal", true, "shop-internal-tls")),
            Workloads = List(
                CronJob("checkout", "cleanup") with { Secrets = List(database) },
                Job("checkout", "migrate") with { Args = List("--migrate"), Secrets = List(database) },
                Worker("checkout", "orders") with
                {
                    Command = List("dotnet", "Checkout.dll"),
                    Args = List("--drain"),
                    Secrets = List(database),
                },
                Web("checkout") with
                {
                    Replicas = 2,
                    Resources = Resources("250m", "512Mi", cpuLimit: "2", memoryLimit: "1Gi", storage: "2Gi"),
                    Health = HttpHealth,
                    DrainSeconds = 5,
                    Variables = List(
                        new VariableSpec("ASPNETCORE_HTTP_PORTS", "8080"),
                        new VariableSpec("Features__Banner", "no"),
                        new VariableSpec("INK_ENVIRONMENT", "production"),
                        new VariableSpec("INK_ROLE", "web")),
                    Secrets = List(database, certificate, key),
                },
                Job("checkout", "warm-up") with { Job = new JobSpec(0, null) { When = JobTime.AfterDeploy } }),
        };
    }

    public static WorkloadSpec Web(string app) => new()
    {
        Kind = WorkloadKind.Web,
        Name = "web",
        ObjectName = app,
        Replicas = 1,
        Port = 8080,
        Resources = Resources("100m", "256Mi"),
        DrainSeconds = 5,
        Variables = List(
            new VariableSpec("ASPNETCORE_HTTP_PORTS", "8080"),
            new VariableSpec("INK_ENVIRONMENT", "dev"),
            new VariableSpec("INK_ROLE", "web")),
    };

    public static WorkloadSpec Worker(string app, string name) => new()
    {
        Kind = WorkloadKind.Worker,
        Name = name,
        ObjectName = $"{app}-{name}",
        Replicas = 1,
        Resources = Resources("100m", "256Mi"),
        Variables = List(new VariableSpec("INK_ENVIRONMENT", "production"), new VariableSpec("INK_ROLE", name)),
    };

    public static WorkloadSpec CronJob(string app, string name) => Worker(app, name) with
    {
        Kind = WorkloadKind.CronJob,
        Job = new JobSpec(Retries: 2, DeadlineSeconds: null) { Cron = new CronSpec("30 3 * * mon-fri", "Europe/Berlin", Concurrency.Forbid) },
    };

    public static WorkloadSpec Job(string app, string name) => Worker(app, name) with
    {
        Kind = WorkloadKind.Job,
        Job = new JobSpec(Retries: 1, DeadlineSeconds: 600),
    };

    public static ResourcesSpec Resources(
        string cpu, string memory, string? cpuLimit = null, string? memoryLimit = null, string? storage = null) =>
        new(Of(cpu), Of(memory), cpuLimit is null ? null : Of(cpuLimit), Of(memoryLimit ?? memory), storage is null ? null : Of(storage), false, false);

    /// <summary>The app with its web workload changed.</summary>
    public static AppSpec WithWeb(this AppSpec app, Func<WorkloadSpec, WorkloadSpec> change) => app with
    {
        Workloads = app.Workloads.Select(item => item.Kind == WorkloadKind.Web ? change(item) : item).ToEquatableArray(),
    };

    /// <summary>The app with a secret, which all of its workloads use.</summary>
    public static AppSpec WithSecrets(this AppSpec app, params SecretSpec[] secrets) => app with
    {
        Secrets = List(secrets),
        Workloads = app.Workloads.Select(workload => workload with { Secrets = List(secrets) }).ToEquatableArray(),
    };

    public static EquatableArray<T> List<T>(params T[] items) => items.ToEquatableArray();

    private static Quantity Of(string text) => Quantity.Parse(text) ?? throw new ArgumentException($"{text} is no quantity.", nameof(text));
}
