using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class VolumeTests
{
    private const string Wave = "argocd.argoproj.io/sync-wave";
    private const string Options = "argocd.argoproj.io/sync-options";

    [Fact]
    public void Scratch_space_has_a_limit()
    {
        var volume = VolumeOf(StoredApps.With(Apps.Worker("checkout", "orders"), StoredApps.Scratch), StoredApps.Scratch.Name);

        Assert.Equal((null, "1Gi"), (volume.EmptyDir.Medium, volume.EmptyDir.SizeLimit.ToString()));
    }

    [Fact]
    public void It_is_the_declared_one_where_there_is_one()
    {
        var worker = Apps.Worker("checkout", "orders") with { Resources = Apps.Resources("1", "1Gi", storage: "5Gi") };

        Assert.Equal("5Gi", VolumeOf(StoredApps.With(worker, StoredApps.Scratch), StoredApps.Scratch.Name).EmptyDir.SizeLimit.ToString());
    }

    [Fact]
    public void In_memory_it_cannot_outgrow_the_container()
    {
        var worker = Apps.Worker("checkout", "orders") with { Resources = Apps.Resources("1", "256Mi", memoryLimit: "1Gi", storage: "5Gi") };
        var volume = VolumeOf(StoredApps.With(worker, StoredApps.Scratch with { IsInMemory = true }), StoredApps.Scratch.Name);

        Assert.Equal(("Memory", "1Gi"), (volume.EmptyDir.Medium, volume.EmptyDir.SizeLimit.ToString()));
    }

    [Fact]
    public void A_volume_at_tmp_takes_the_place_of_the_one_that_is_there()
    {
        var pod = StoredApps.With(Apps.Worker("checkout", "orders"), new VolumeSpec("volume-tmp", "/tmp") { IsInMemory = true }).Pod();

        Assert.Equal("Memory", Assert.Single(pod.Volumes).EmptyDir.Medium);
        Assert.Equal(("volume-tmp", "/tmp"), (Assert.Single(pod.Containers[0].VolumeMounts).Name, pod.Containers[0].VolumeMounts[0].MountPath));
    }

    [Fact]
    public void A_shared_claim_is_one_object_of_the_app()
    {
        var app = StoredApps.Rich();
        var claim = app.The<V1PersistentVolumeClaim>("checkout-shared");

        Assert.Equal(["ReadWriteMany"], claim.Spec.AccessModes);
        Assert.Equal(("1Ti", "efs"), (claim.Spec.Resources.Requests["storage"].ToString(), claim.Spec.StorageClassName));
        Assert.DoesNotContain("app.kubernetes.io/component", claim.Metadata.Labels.Keys);
        Assert.Equal("checkout-shared", VolumeOf(app, "volume-shared", "checkout").PersistentVolumeClaim.ClaimName);
    }

    [Fact]
    public void One_that_many_may_read_is_mounted_to_be_read()
    {
        var volume = StoredApps.Shared with { Claim = StoredApps.Shared.Claim! with { AccessMode = AccessMode.ReadOnlyMany } };
        var pod = StoredApps.With(Apps.Worker("checkout", "orders"), volume).Pod();

        Assert.True(pod.Volumes.Single(item => item.Name == volume.Name).PersistentVolumeClaim.ReadOnlyProperty);
        Assert.True(pod.Containers[0].VolumeMounts.Single(mount => mount.Name == volume.Name).ReadOnlyProperty);
    }

    [Fact]
    public void No_claim_goes_with_what_uses_it() => Assert.All(StoredApps.Rich().Objects().OfType<V1PersistentVolumeClaim>(), claim =>
    {
        Assert.Equal("Delete=false,Prune=false", claim.Annotation(Options));
        Assert.Equal("IgnoreExtraneous", claim.Annotation("argocd.argoproj.io/compare-options"));
    });

    [Fact]
    public void Options_of_the_user_are_added_to_that()
    {
        var app = StoredApps.Rich() with { Annotations = Apps.List(new MetadataSpec(Options, "Validate=false", null), new MetadataSpec(Options, "Replace=true", "PersistentVolumeClaim")) };

        Assert.Equal("Delete=false,Prune=false,Replace=true", app.The<V1PersistentVolumeClaim>("checkout-shared").Annotation(Options));
        Assert.Equal("Validate=false", app.The<V1ServiceAccount>().Annotation(Options));
    }

    // In a wave before, a claim of a class that waits for its first pod would wait for a pod that waits for it.
    [Fact]
    public void A_claim_comes_with_the_first_pod_that_uses_it()
    {
        var (web, cron) = (Apps.Web("checkout"), Apps.CronJob("checkout", "report"));
        var (before, after) = (Apps.Job("checkout", "migrate"), Apps.Job("checkout", "warm") with { Job = new JobSpec(0, null) { When = JobTime.AfterDeploy } });

        Assert.Null(WaveOf(web));
        Assert.Null(WaveOf(web, cron, after));
        Assert.Equal("-1", WaveOf(web, cron, before));
        Assert.Equal("1", WaveOf(cron));
        Assert.Equal("1", WaveOf(web with { Replicas = 0 }, cron));
        Assert.Null(WaveOf(web with { Replicas = 0, QueueScale = new QueueScaleSpec("cron", 0, 1, default, null) }));

        static string? WaveOf(params WorkloadSpec[] workloads) => Claim(workloads).Annotation(Wave);
    }

    [Fact]
    public void One_that_waits_for_a_cron_job_is_no_trouble_of_the_application()
    {
        const string ignored = "argocd.argoproj.io/ignore-healthcheck";

        Assert.Equal("true", Claim(Apps.CronJob("checkout", "report")).Annotation(ignored));
        Assert.Null(Claim(Apps.Web("checkout")).Annotation(ignored));
    }

    private static V1PersistentVolumeClaim Claim(params WorkloadSpec[] workloads) =>
        (Apps.Minimal() with { Workloads = Apps.List([.. workloads.Select(workload => workload with { Volumes = Apps.List(StoredApps.Shared) })]) })
        .The<V1PersistentVolumeClaim>();

    private static V1Volume VolumeOf(AppSpec app, string name, string? deployment = null) => app.Pod(deployment).Volumes.Single(volume => volume.Name == name);
}
