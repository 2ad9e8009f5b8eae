using Ink.Manifests.Scaling;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

/// <summary>What a workload becomes whose pods keep data of their own.</summary>
public sealed class StatefulSetTests
{
    private static readonly AppSpec App = StoredApps.Stateful(web => web with { Replicas = 2 });

    [Fact]
    public void It_takes_the_place_of_the_deployment()
    {
        var set = App.The<V1StatefulSet>("hello");

        Assert.Empty(App.Objects().OfType<V1Deployment>());
        Assert.Equal((2, 3, "hello-headless"), (set.Spec.Replicas!.Value, set.Spec.RevisionHistoryLimit!.Value, set.Spec.ServiceName));
        Assert.Equal(Apps.Minimal().The<V1Deployment>().Spec.Selector.MatchLabels, set.Spec.Selector.MatchLabels);
    }

    [Fact]
    public void A_version_that_never_starts_does_not_block_the_next() =>
        Assert.Equal(("Parallel", "RollingUpdate"), (App.The<V1StatefulSet>().Spec.PodManagementPolicy, App.The<V1StatefulSet>().Spec.UpdateStrategy.Type));

    [Fact]
    public void Data_stays_whatever_becomes_of_the_set()
    {
        var policy = App.The<V1StatefulSet>().Spec.PersistentVolumeClaimRetentionPolicy;

        Assert.Equal(("Retain", "Retain"), (policy.WhenDeleted, policy.WhenScaled));
    }

    [Fact]
    public void The_template_holds_what_the_API_server_would_fill_in_and_nothing_that_may_change()
    {
        var template = Assert.Single(App.The<V1StatefulSet>().Spec.VolumeClaimTemplates);

        Assert.Equal(("v1", "PersistentVolumeClaim", "Filesystem"), (template.ApiVersion, template.Kind, template.Spec.VolumeMode));
        Assert.Equal(("volume-var-lib-index", "gp3", "10Gi"), (template.Metadata.Name, template.Spec.StorageClassName, template.Spec.Resources.Requests["storage"].ToString()));
        Assert.Equal(["ReadWriteOnce"], template.Spec.AccessModes);
        Assert.Null(template.Metadata.Labels);
        Assert.Null(template.Metadata.Annotations);
    }

    [Fact]
    public void The_pod_mounts_the_volume_that_its_controller_adds()
    {
        var pod = App.PodTemplates().Single().Spec;

        Assert.DoesNotContain(pod.Volumes, volume => volume.Name == "volume-var-lib-index");
        Assert.Contains(pod.Containers.Single().VolumeMounts, mount => mount is { Name: "volume-var-lib-index", MountPath: "/var/lib/index", ReadOnlyProperty: null });
    }

    [Fact]
    public void The_headless_service_names_the_pods_and_nothing_else()
    {
        var service = App.The<V1Service>("hello-headless");

        Assert.Equal(("None", true), (service.Spec.ClusterIP, service.Spec.PublishNotReadyAddresses!.Value));
        Assert.Null(service.Spec.Ports);
        Assert.Equal(App.The<V1Service>("hello").Spec.Selector, service.Spec.Selector);
        Assert.Equal(["hello", "hello-headless"], App.Objects().OfType<V1Service>().Select(item => item.Metadata.Name));
    }

    [Fact]
    public void Pods_are_spread_whatever_their_revision() =>
        Assert.All(App.PodTemplates().Single().Spec.TopologySpreadConstraints, constraint => Assert.Null(constraint.MatchLabelKeys));

    [Fact]
    public void Scalers_scale_it()
    {
        var byLoad = StoredApps.Stateful(web => web with { Autoscale = new AutoscaleSpec(2, 5, 80, null) });
        var byQueue = StoredApps.Stateful(web => web with { QueueScale = new QueueScaleSpec("rabbitmq", 0, 5, default, null) });

        Assert.Equal(("StatefulSet", "hello"), (byLoad.The<V2HorizontalPodAutoscaler>().Spec.ScaleTargetRef.Kind, byLoad.The<V2HorizontalPodAutoscaler>().Spec.ScaleTargetRef.Name));
        Assert.Equal(new ScaleTarget("apps/v1", "StatefulSet", "hello"), byQueue.The<ScaledObject>().Spec.ScaleTargetRef);
        Assert.Null(byLoad.The<V1StatefulSet>().Spec.Replicas);
        Assert.Null(byQueue.The<V1StatefulSet>().Spec.Replicas);
    }

    [Fact]
    public void The_rest_of_the_workload_stays_as_it_is()
    {
        var kinds = App.Objects().Select(item => item.Kind).Order(StringComparer.Ordinal);

        Assert.Equal(["NetworkPolicy", "PodDisruptionBudget", "Service", "Service", "ServiceAccount", "StatefulSet"], kinds);
    }

    [Fact]
    public void Labels_of_the_user_are_on_its_pods()
    {
        var labelled = StoredApps.Stateful(web => web with { Labels = Apps.List(new MetadataSpec("example.com/tier", "gold", null)) });

        Assert.Equal("gold", labelled.PodTemplates().Single().Metadata.Labels["example.com/tier"]);
        Assert.Null(Assert.Single(labelled.The<V1StatefulSet>().Spec.VolumeClaimTemplates).Metadata.Labels);
    }
}
