using CsCheck;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests.Properties;

/// <summary>What holds for the volumes and config files of every application.</summary>
public sealed class StorageInvariantTests
{
    private const int Cases = 300;

    [Fact]
    public void Every_mount_has_its_volume_and_every_volume_its_mount() => Sample(app =>
    {
        var objects = app.Objects();
        Assert.All(app.PodTemplates(), template => Assert.Equal(
            InvariantTests.VolumesOf(objects, template).Order(StringComparer.Ordinal),
            template.Spec.Containers.Single().VolumeMounts.Select(mount => mount.Name).Distinct().Order(StringComparer.Ordinal)));
    });

    [Fact]
    public void Every_file_is_found_with_its_content() => Sample(app =>
    {
        var maps = app.Objects().OfType<V1ConfigMap>().ToDictionary(map => map.Metadata.Name);
        foreach (var workload in app.Workloads)
        {
            var pod = PodOf(app, workload);
            foreach (var file in workload.ConfigFiles)
            {
                var mount = Assert.Single(pod.Containers.Single().VolumeMounts, mount => mount.MountPath == file.MountPath);
                var map = maps[pod.Volumes.Single(volume => volume.Name == mount.Name).ConfigMap.Name];
                Assert.True(map.Immutable);
                Assert.Equal(file.Content!.Text, map.Data?[mount.SubPath]);
                Assert.Equal(file.Content.Base64, map.BinaryData is { } binary ? Convert.ToBase64String(binary[mount.SubPath]) : null);
            }
        }

        var used = app.PodTemplates().SelectMany(template => template.Spec.Volumes).Select(volume => volume.ConfigMap?.Name).OfType<string>();
        Assert.Equal(maps.Keys.Order(StringComparer.Ordinal), used.Distinct().Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Every_claim_is_there_and_used() => Sample(app =>
    {
        var claims = app.Objects().OfType<V1PersistentVolumeClaim>().Select(claim => claim.Metadata.Name).Order(StringComparer.Ordinal);
        var used = app.PodTemplates().SelectMany(template => template.Spec.Volumes).Select(volume => volume.PersistentVolumeClaim?.ClaimName).OfType<string>();
        Assert.Equal(claims, used.Distinct().Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Every_StatefulSet_has_its_headless_service() => Sample(app =>
    {
        var services = app.Objects().OfType<V1Service>().ToDictionary(service => service.Metadata.Name);
        foreach (var set in app.Objects().OfType<V1StatefulSet>())
        {
            Assert.Equal("None", services[set.Spec.ServiceName].Spec.ClusterIP);
            Assert.Equal(set.Spec.Selector.MatchLabels, services[set.Spec.ServiceName].Spec.Selector);
        }

        Assert.Equal(app.Workloads.Count(workload => workload.IsStateful), services.Values.Count(service => service.Spec.ClusterIP == "None"));
    });

    // All but these can never be changed: a deploy that tried would fail until somebody deletes the set.
    [Fact]
    public void What_cannot_be_changed_of_a_StatefulSet_stays_when_all_that_may_change_changes() => Sample(app =>
    {
        var later = app with
        {
            Team = "other",
            PartOf = "other",
            Description = "other",
            Workloads = Apps.List([.. app.Workloads.Select(workload => workload with
            {
                Replicas = 7,
                Autoscale = null,
                QueueScale = null,
                Labels = Apps.List(new MetadataSpec("tier", "other", null)),
                ConfigFiles = default,
            })]),
        };
        Assert.Equal(Fixed(app), Fixed(later));

        static IEnumerable<string> Fixed(AppSpec app) => app.Objects().OfType<V1StatefulSet>().Select(set =>
        {
            var rest = new V1StatefulSetSpec
            {
                PodManagementPolicy = set.Spec.PodManagementPolicy,
                Selector = set.Spec.Selector,
                ServiceName = set.Spec.ServiceName,
                VolumeClaimTemplates = set.Spec.VolumeClaimTemplates,
            };
            return k8s.KubernetesJson.Serialize(rest);
        });
    });

    private static void Sample(Action<AppSpec> check) => AppGen.App.Operated().Stored().Sample(check, iter: Cases);

    private static V1PodSpec PodOf(AppSpec app, WorkloadSpec workload) =>
        app.PodTemplates().Single(template => template.Metadata.Labels["app.kubernetes.io/component"] == workload.Name).Spec;
}
