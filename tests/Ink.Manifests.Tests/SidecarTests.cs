using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Workloads;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class SidecarTests
{
    [Fact]
    public void Without_any_a_pod_has_no_init_containers() => Assert.Null(Apps.Minimal().Pod().InitContainers);

    [Fact]
    public void A_sidecar_is_an_init_container_that_is_restarted_and_runs_what_was_written()
    {
        var cache = Only(SidecarApps.Web(SidecarApps.Cache));

        Assert.Equal(("cache", "docker.io/valkey/valkey:8.1", "Always"), (cache.Name, cache.Image, cache.RestartPolicy));
        Assert.Equal(["valkey-server"], cache.Command);
        Assert.Equal(["--save", "", "--loglevel", "$$(LEVEL)"], cache.Args);
        Assert.Null(cache.ImagePullPolicy);
    }

    [Fact]
    public void What_runs_to_its_end_is_a_plain_init_container_and_is_not_probed()
    {
        var fetch = Only(SidecarApps.Web(SidecarApps.Fetch));

        Assert.Null(fetch.RestartPolicy);
        Assert.Null(fetch.StartupProbe);
        Assert.Null(fetch.ReadinessProbe);
        Assert.Null(fetch.Ports);
    }

    [Fact]
    public void Those_that_end_come_first_and_each_by_name()
    {
        SidecarSpec[] sidecars = [Named("d"), Named("c") with { IsInit = true }, Named("b"), Named("a") with { IsInit = true }, Named("0")];

        Assert.Equal(["a", "c", "0", "b", "d"], SidecarApps.Web(sidecars).Pod().InitContainers.Select(container => container.Name));
        Assert.Equal(["a", "c", "0", "b", "d"], SidecarApps.Web([.. sidecars.Reverse()]).Pod().InitContainers.Select(container => container.Name));
    }

    [Fact]
    public void It_is_as_locked_down_as_the_app()
    {
        var app = SidecarApps.Web(SidecarApps.Cache);
        var (own, sidecar) = (app.Container().SecurityContext, Only(app).SecurityContext);

        Assert.True(sidecar.ReadOnlyRootFilesystem);
        Assert.False(sidecar.AllowPrivilegeEscalation);
        Assert.Equal(["ALL"], sidecar.Capabilities.Drop);
        Assert.Equal(own.Capabilities.Drop, sidecar.Capabilities.Drop);
        Assert.True(app.Pod().SecurityContext.RunAsNonRoot);
        Assert.Null(sidecar.RunAsUser);
    }

    [Fact]
    public void It_gets_nothing_of_the_app_but_a_tmp_of_its_own()
    {
        var app = SidecarApps.Web(SidecarApps.Cache, SidecarApps.Fetch).WithSecrets(new SecretSpec("KEY", "/key", null, null, "/etc/keys/key.pem"));
        var pod = app.Pod();

        Assert.All(pod.InitContainers, container => Assert.Null(container.Env));
        Assert.Equal(["cache: tmp-cache /tmp", "fetch: tmp-fetch /tmp"], pod.InitContainers.Select(Mounts).Order(StringComparer.Ordinal));
        Assert.Equal("web: tmp /tmp, secret-etc-keys /etc/keys", Mounts(pod.Containers.Single()));
        Assert.Equal(["tmp", "tmp-cache", "tmp-fetch", "secret-etc-keys"], pod.Volumes.Select(volume => volume.Name));
        Assert.All(pod.Volumes.Take(3), volume => Assert.Equal("1Gi", volume.EmptyDir.SizeLimit.ToString()));
    }

    [Fact]
    public void Longest_names_give_volumes_that_fit_and_differ()
    {
        var pod = SidecarApps.Web(Named(new string('a', 62) + "1"), Named(new string('a', 62) + "2")).Pod();

        Assert.All(pod.Volumes, volume => Assert.True(volume.Name.Length <= 63, volume.Name));
        Assert.Equal(3, pod.Volumes.Select(volume => volume.Name).Distinct().Count());
    }

    [Fact]
    public void More_can_be_mounted_into_all_of_them()
    {
        var web = SidecarApps.Web(SidecarApps.Cache, SidecarApps.Fetch).Web!;
        var containers = SidecarBuilder.Build(web, [new V1VolumeMount { Name = "data", MountPath = "/data" }])!;

        Assert.Equal(["fetch: tmp-fetch /tmp, data /data", "cache: tmp-cache /tmp, data /data"], containers.Select(Mounts));
    }

    [Fact]
    public void It_asks_for_its_own_resources()
    {
        var resources = Only(SidecarApps.Web(SidecarApps.Cache)).Resources;

        Assert.Equal(("50m", "64Mi"), (resources.Requests["cpu"].ToString(), resources.Requests["memory"].ToString()));
        Assert.Equal("64Mi", resources.Limits["memory"].ToString());
        Assert.False(resources.Limits.ContainsKey("cpu"));
    }

    [Fact]
    public void The_app_starts_once_its_port_accepts_connections_and_is_ready_only_with_it()
    {
        var cache = Only(SidecarApps.Web(SidecarApps.Cache));

        Assert.Equal(("cache", 6379, "TCP"), (cache.Ports.Single().Name, cache.Ports.Single().ContainerPort, cache.Ports.Single().Protocol));
        Assert.All([cache.StartupProbe, cache.ReadinessProbe], probe => Assert.Equal("cache", probe.TcpSocket.Port.Value));
        Assert.Equal(60, cache.StartupProbe.PeriodSeconds * cache.StartupProbe.FailureThreshold);
        Assert.Null(cache.LivenessProbe);
        Assert.Null(Only(SidecarApps.Web(SidecarApps.Cache with { Port = null })).StartupProbe);
    }

    [Fact]
    public void In_a_job_it_ends_with_the_job_and_nobody_asks_whether_it_is_ready()
    {
        var app = Apps.Minimal() with { Workloads = Apps.List(Apps.Job("hello", "migrate") with { Sidecars = Apps.List(SidecarApps.Cache) }) };
        var cache = app.The<V1Job>().Spec.Template.Spec.InitContainers.Single();

        Assert.Equal("Always", cache.RestartPolicy);
        Assert.NotNull(cache.StartupProbe);
        Assert.Null(cache.ReadinessProbe);
    }

    [Fact]
    public void An_autoscaler_looks_at_the_app_and_not_at_its_sidecars()
    {
        var metrics = Scaled(SidecarApps.Cache).Spec.Metrics;

        Assert.All(metrics, metric => Assert.Equal(("ContainerResource", "web"), (metric.Type, metric.ContainerResource.Container)));
        Assert.Equal([("cpu", 70), ("memory", 80)], metrics.Select(metric => (metric.ContainerResource.Name, metric.ContainerResource.Target.AverageUtilization!.Value)));
        Assert.All(Scaled(SidecarApps.Fetch).Spec.Metrics, metric => Assert.Equal("Resource", metric.Type));
    }

    private static V2HorizontalPodAutoscaler Scaled(SidecarSpec sidecar) =>
        SidecarApps.Web(sidecar).WithWeb(web => web with { Autoscale = new AutoscaleSpec(1, 3, 70, 80) }).The<V2HorizontalPodAutoscaler>();

    private static SidecarSpec Named(string name) => SidecarApps.Cache with { Name = name, Port = null };

    private static V1Container Only(AppSpec app) => app.Pod().InitContainers.Single();

    private static string Mounts(V1Container container) =>
        $"{container.Name}: {string.Join(", ", container.VolumeMounts.Select(mount => $"{mount.Name} {mount.MountPath}"))}";
}
