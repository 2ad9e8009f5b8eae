using System.Text;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Manifests.Tests.Infrastructure;

/// <summary>Applications with volumes and config files.</summary>
internal static class StoredApps
{
    public static readonly ConfigFileSpec Settings = File("config/production.json", "/app/config/production.json", "{\n  \"currency\": \"EUR\"\n}\n");

    public static readonly ConfigFileSpec Rules =
        new("rules.bin", "/etc/checkout/rules.bin", ConfigContent.OfBinary([0, 1, 2, 255]));

    public static readonly VolumeSpec Scratch = new("volume-var-cache-checkout", "/var/cache/checkout");

    public static readonly VolumeSpec Index = Pod("/var/lib/index", "10Gi", "gp3");

    public static readonly VolumeSpec Shared = new("volume-shared", "/shared")
    {
        Claim = Claim("checkout-shared", ClaimOwner.App, "1Ti", "efs", AccessMode.ReadWriteMany),
    };

    /// <summary>Every kind of volume and file: a web workload with scratch space, a worker that is a StatefulSet, jobs with claims.</summary>
    public static AppSpec Rich() => Apps.Minimal() with
    {
        Name = "checkout",
        Environment = "production",
        Namespace = "shop",
        PartOf = "shop",
        Workloads = Apps.List(
            Apps.CronJob("checkout", "archive") with { Volumes = Apps.List(Own("archive", "/archive", "100Gi"), Shared) },
            Apps.Worker("checkout", "index") with
            {
                Replicas = 2,
                Volumes = Apps.List(Index, Pod("/var/lib/journal", "1Gi", null), Shared),
                ConfigFiles = Apps.List(Settings),
                Metrics = new MetricsSpec(9464, "/metrics", null),
            },
            Apps.Job("checkout", "migrate") with { Volumes = Apps.List(Own("migrate", "/backup", "50Gi")) },
            Apps.Web("checkout") with
            {
                Volumes = Apps.List(Scratch, new VolumeSpec("volume-tmp", "/tmp") { IsInMemory = true }, Shared),
                ConfigFiles = Apps.List(Settings, Rules),
            }),
    };

    /// <summary>A web workload that is a StatefulSet, and is changed.</summary>
    public static AppSpec Stateful(Func<WorkloadSpec, WorkloadSpec>? change = null) =>
        Apps.Minimal().WithWeb(web => (change ?? (same => same))(web with { Volumes = Apps.List(Index) }));

    /// <summary>The app with one workload, which has that volume.</summary>
    public static AppSpec With(WorkloadSpec workload, params VolumeSpec[] volumes) =>
        Apps.Minimal() with { Workloads = Apps.List(workload with { Volumes = Apps.List(volumes) }) };

    public static ConfigFileSpec File(string path, string mountPath, string content) => new(path, mountPath, ConfigContent.Of(Encoding.UTF8.GetBytes(content)));

    public static VolumeSpec Own(string workload, string path, string size) => new(ShortName.OfPath("volume", path), path)
    {
        Claim = Claim(ShortName.OfPath($"checkout-{workload}", path), ClaimOwner.Workload, size, null),
    };

    private static VolumeSpec Pod(string path, string size, string? storageClass)
    {
        var name = ShortName.OfPath("volume", path);
        return new VolumeSpec(name, path) { Claim = Claim(name, ClaimOwner.Pod, size, storageClass) };
    }

    private static ClaimSpec Claim(string name, ClaimOwner owner, string size, string? storageClass, AccessMode mode = AccessMode.ReadWriteOnce) =>
        new(name, owner, Quantity.Parse(size)!, storageClass, mode);
}
