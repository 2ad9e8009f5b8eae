using Ink.Manifests.Metadata;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class WorkloadTests
{
    private static readonly AppSpec Rich = Apps.Rich();

    [Fact]
    public void A_deployment_never_drops_below_its_replicas_while_it_rolls()
    {
        var spec = Rich.The<V1Deployment>("checkout").Spec;

        Assert.Equal("0", spec.Strategy.RollingUpdate.MaxUnavailable.Value);
        Assert.Equal("1", spec.Strategy.RollingUpdate.MaxSurge.Value);
        Assert.Equal((2, 3, 600), (spec.Replicas!.Value, spec.RevisionHistoryLimit!.Value, spec.ProgressDeadlineSeconds!.Value));
    }

    [Fact]
    public void A_pod_meets_the_restricted_standard()
    {
        Assert.All(Rich.Objects().OfType<V1Deployment>(), deployment =>
        {
            var pod = deployment.Spec.Template.Spec;
            Assert.True(pod.SecurityContext.RunAsNonRoot);
            Assert.Equal(1654, pod.SecurityContext.RunAsUser);
            Assert.Equal(1654, pod.SecurityContext.RunAsGroup);
            Assert.Equal(1654, pod.SecurityContext.FsGroup);
            Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);

            var container = pod.Containers.Single().SecurityContext;
            Assert.False(container.AllowPrivilegeEscalation);
            Assert.True(container.ReadOnlyRootFilesystem);
            Assert.Equal(["ALL"], container.Capabilities.Drop);
        });
    }

    [Fact]
    public void A_pod_gets_no_token_and_no_service_links()
    {
        var pod = Rich.Pod("checkout");

        Assert.False(pod.AutomountServiceAccountToken);
        Assert.False(pod.EnableServiceLinks);
        Assert.False(Rich.The<V1ServiceAccount>().AutomountServiceAccountToken);
        Assert.Equal("checkout", pod.ServiceAccountName);
    }

    [Fact]
    public void A_pod_can_write_to_tmp()
    {
        Assert.Equal("/tmp", Apps.Minimal().Container().VolumeMounts.Single().MountPath);
        Assert.Equal("1Gi", Apps.Minimal().Pod().Volumes.Single().EmptyDir.SizeLimit.ToString());
    }

    [Fact]
    public void Declared_ephemeral_storage_bounds_tmp() =>
        Assert.Equal("2Gi", Rich.Pod("checkout").Volumes.Single(volume => volume.Name == "tmp").EmptyDir.SizeLimit.ToString());

    [Fact]
    public void A_pod_spreads_over_nodes_and_zones_per_revision()
    {
        var constraints = Rich.Pod("checkout").TopologySpreadConstraints;

        Assert.Equal(["kubernetes.io/hostname", "topology.kubernetes.io/zone"], constraints.Select(constraint => constraint.TopologyKey));
        Assert.All(constraints, constraint =>
        {
            Assert.Equal((1, "ScheduleAnyway"), (constraint.MaxSkew, constraint.WhenUnsatisfiable));
            Assert.Equal(["pod-template-hash"], constraint.MatchLabelKeys);
            Assert.Equal(Rich.The<V1Deployment>("checkout").Spec.Selector.MatchLabels, constraint.LabelSelector.MatchLabels);
        });
    }

    [Fact]
    public void A_web_pod_serves_on_while_load_balancers_take_it_out()
    {
        Assert.Equal(5, Rich.Container("checkout").Lifecycle.PreStop.Sleep.Seconds);
        Assert.Equal(30, Rich.Pod("checkout").TerminationGracePeriodSeconds);
    }

    [Fact]
    public void A_workload_without_drain_stops_at_once() => Assert.Null(Rich.Container("checkout-orders").Lifecycle);

    [Fact]
    public void No_cpu_limit_unless_declared()
    {
        Assert.Equal(["memory"], Apps.Minimal().Container().Resources.Limits.Keys);
        Assert.Equal("2", Rich.Container("checkout").Resources.Limits["cpu"].ToString());
    }

    [Fact]
    public void Ephemeral_storage_is_requested_and_limited()
    {
        var resources = Rich.Container("checkout").Resources;
        Assert.Equal("2Gi", resources.Requests["ephemeral-storage"].ToString());
        Assert.Equal("2Gi", resources.Limits["ephemeral-storage"].ToString());
    }

    [Fact]
    public void The_container_runs_the_pinned_image()
    {
        var container = Rich.Container("checkout");
        Assert.Equal((Apps.Image.Reference, "IfNotPresent", "web"), (container.Image, container.ImagePullPolicy, container.Name));
    }

    [Fact]
    public void Command_and_arguments_replace_those_of_the_image_only_where_declared()
    {
        Assert.Null(Rich.Container("checkout").Command);
        Assert.Equal(["dotnet", "Checkout.dll"], Rich.Container("checkout-orders").Command);
        Assert.Equal(["--drain"], Rich.Container("checkout-orders").Args);
    }

    [Theory]
    [InlineData("$(HOME)", "$$(HOME)")]
    [InlineData("a$$b", "a$$$$b")]
    [InlineData("a$b", "a$b")]
    public void Kubernetes_expands_nothing_in_a_value(string value, string written)
    {
        var app = Apps.Minimal().WithWeb(web => web with { Variables = Apps.List(new VariableSpec("X", value)), Args = Apps.List(value) });

        Assert.Equal(written, app.Container().Env.Single().Value);
        Assert.Equal(written, app.Container().Args.Single());
    }

    [Fact]
    public void A_single_pod_has_no_disruption_budget() =>
        Assert.Equal("checkout", Rich.The<V1PodDisruptionBudget>().Metadata.Name);

    [Fact]
    public void A_replicated_workload_loses_one_pod_at_a_time_and_never_blocks_on_broken_ones()
    {
        var spec = Rich.The<V1PodDisruptionBudget>().Spec;
        Assert.Equal(("1", "AlwaysAllow"), (spec.MaxUnavailable.Value, spec.UnhealthyPodEvictionPolicy));
        Assert.Equal(Rich.The<V1Deployment>("checkout").Spec.Selector.MatchLabels, spec.Selector.MatchLabels);
    }

    [Theory]
    [InlineData("v1.2.3", "v1.2.3")]
    [InlineData("_feature+x", "feature-x")]
    [InlineData("...", "unknown")]
    [InlineData("", "unknown")]
    public void The_version_label_is_always_a_label_value(string tag, string label)
    {
        var deployment = AppRenderer.Render(Apps.Minimal(), new ContainerImage("hello:x", tag)).OfType<V1Deployment>().Single();
        Assert.Equal(label, deployment.Metadata.Labels[Labels.Version]);
    }

    [Fact]
    public void A_long_version_is_cut()
    {
        var deployment = AppRenderer.Render(Apps.Minimal(), new ContainerImage("hello:x", new string('a', 62) + "-b"))
            .OfType<V1Deployment>().Single();
        Assert.Equal(new string('a', 62), deployment.Metadata.Labels[Labels.Version]);
    }
}
