using System.Globalization;
using Ink.Manifests.ArgoCd;
using Ink.Manifests.Monitoring;
using Ink.Manifests.Networking;
using Ink.Manifests.Scaling;
using Ink.Manifests.Secrets;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Yaml;
using Ink.Model.Specs;
using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.Tests.Properties;

/// <summary>What holds for every application.</summary>
public sealed class InvariantTests
{
    [SkippableFact]
    public void Every_object_is_valid()
    {
        Schemas.SkipIfAbsent();
        Sample(app =>
        {
            var documents = app.Files().Where(file => file.Path != "kustomization.yaml").Select(file => file.Content)
                .Append(ManifestYaml.Write(ApplicationBuilder.Build(app, "https://git.example.com/x.git", "main", "apps/x")));
            Assert.All(documents, yaml => Assert.Empty(Schemas.Validate(yaml)));
        });
    }

    [Fact]
    public void Selectors_stay_when_all_that_may_change_changes() => Sample(app =>
    {
        var later = app with
        {
            Team = "other",
            PartOf = "other",
            Description = "other",
            Environment = "other",
            Ingresses = default,
            Routes = default,
            Labels = Apps.List(new MetadataSpec("tier", "other", null)),
            Workloads = Apps.List([.. app.Workloads.Select(workload => workload with { Replicas = 7, Args = default, DrainSeconds = 1, Labels = Apps.List(new MetadataSpec("tier", "other", null)) })]),
        };
        Assert.Equal(Selectors(app, "one"), Selectors(later, "two"));
    });

    [Fact]
    public void Every_reference_resolves() => Sample(app =>
    {
        var objects = app.Objects();
        var keys = objects.OfType<ExternalSecret>().ToDictionary(
            secret => secret.Spec.Target.Name, secret => secret.Spec.Data.Select(data => data.SecretKey).ToHashSet());
        var services = objects.OfType<V1Service>().ToDictionary(service => service.Metadata.Name);
        var pods = app.PodTemplates();

        foreach (var pod in pods)
        {
            Assert.Contains(objects, item => item is V1ServiceAccount && item.Metadata.Name == pod.Spec.ServiceAccountName);
            var containers = Containers(pod.Spec);
            Assert.All(containers.SelectMany(container => container.Env ?? []), variable =>
            {
                if (variable.ValueFrom?.SecretKeyRef is { } reference)
                    Assert.Contains(reference.Key, keys[reference.Name]);
            });
            Assert.All(pod.Spec.Volumes.Where(volume => volume.Secret is not null), volume =>
                Assert.All(volume.Secret.Items, item => Assert.Contains(item.Key, keys[volume.Secret.SecretName])));
            Assert.Subset(pod.Spec.Volumes.Select(volume => volume.Name).ToHashSet(), containers.SelectMany(container => container.VolumeMounts).Select(mount => mount.Name).ToHashSet());
            Assert.All(containers, AssertProbesHitDeclaredPorts);
        }

        Assert.All(services.Values, service =>
        {
            var target = Assert.Single(pods, pod => service.Spec.Selector.All(pair => pod.Metadata.Labels[pair.Key] == pair.Value));
            Assert.All(service.Spec.Ports, served => Assert.Contains(Ports(target.Spec), port => IsCalled(port, served.TargetPort.Value)));
        });
        Assert.All(
            objects.OfType<V1Ingress>().SelectMany(ingress => ingress.Spec.Rules).SelectMany(rule => rule.Http.Paths),
            path => Assert.Contains(
                services[path.Backend.Service.Name].Spec.Ports, port => port.Name == path.Backend.Service.Port.Name));
        Assert.All(
            objects.OfType<HttpRoute>().SelectMany(route => route.Spec.Rules).SelectMany(rule => rule.BackendRefs),
            backend => Assert.Contains(services[backend.Name].Spec.Ports, port => port.Port == backend.Port));
        Assert.All(objects.OfType<ServiceMonitor>(), monitor =>
            Assert.Contains(services[monitor.Metadata.Name].Spec.Ports, port => port.Name == monitor.Spec.Endpoints.Single().Port));
        var deployments = objects.OfType<V1Deployment>().ToDictionary(deployment => deployment.Metadata.Name);
        Assert.All(objects.OfType<V2HorizontalPodAutoscaler>(), scaler =>
        {
            var deployment = deployments[scaler.Spec.ScaleTargetRef.Name];
            Assert.Null(deployment.Spec.Replicas);
            Assert.All(scaler.Spec.Metrics.Select(metric => metric.ContainerResource).OfType<V2ContainerResourceMetricSource>(), metric =>
                Assert.Equal(deployment.Spec.Template.Spec.Containers.Single().Name, metric.Container));
        });
        Assert.All(objects.OfType<ScaledObject>(), scaler => Assert.Null(deployments[scaler.Spec.ScaleTargetRef.Name].Spec.Replicas));
    });

    [Fact]
    public void Requests_never_exceed_limits() => Sample(app =>
        Assert.All(app.PodTemplates().SelectMany(template => Containers(template.Spec)), container =>
        {
            var resources = container.Resources;
            Assert.All(resources.Limits, limit => Assert.True(
                Quantity.Parse(resources.Requests[limit.Key].ToString())! <= Quantity.Parse(limit.Value.ToString())!));
        }));

    [Fact]
    public void Names_fit_and_differ() => Sample(app =>
    {
        var objects = app.Objects();
        Assert.All(objects, item => Assert.True(item.Metadata.Name.Length <= 63 && KubernetesName.IsSubdomain(item.Metadata.Name), item.Metadata.Name));
        Assert.Equal(objects.Count, objects.Select(item => (item.Kind, item.Metadata.Name)).Distinct().Count());
        Assert.All(objects.SelectMany(item => item.Metadata.Labels.Values), value => Assert.True(KubernetesName.IsLabelValue(value), value));
    });

    [Fact]
    public void Ports_volumes_and_mounts_of_a_pod_differ() => Sample(app =>
        Assert.All(app.PodTemplates(), template =>
        {
            var pod = template.Spec;
            AssertDistinct(Containers(pod).Select(container => container.Name));
            AssertDistinct(Ports(pod).Select(port => port.ContainerPort));
            AssertDistinct(Ports(pod).Select(port => port.Name));
            AssertDistinct(pod.Volumes.Select(volume => volume.Name));
            Assert.All(Ports(pod), port => Assert.True(KubernetesName.IsPortName(port.Name), port.Name));
            Assert.All(Containers(pod), container =>
            {
                AssertDistinct((container.Env ?? []).Select(variable => variable.Name));
                AssertDistinct(container.VolumeMounts.Select(mount => mount.MountPath));
            });
            Assert.All(pod.Volumes, volume => Assert.True(KubernetesName.IsLabel(volume.Name), volume.Name));
        }));

    [Fact]
    public void Every_container_is_locked_down_and_can_write_to_a_tmp_of_its_own() => Sample(app =>
        Assert.All(app.PodTemplates(), template =>
        {
            var containers = Containers(template.Spec);
            Assert.All(containers, container =>
            {
                Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
                Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
                Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            });
            AssertDistinct(containers.Select(container => Assert.Single(container.VolumeMounts, mount => mount.MountPath == "/tmp").Name));
        }));

    [Fact]
    public void Every_pod_is_guarded_by_a_network_policy() => Sample(app =>
    {
        var policies = app.Objects().OfType<V1NetworkPolicy>().Select(policy => policy.Spec.PodSelector.MatchLabels).ToList();
        Assert.Equal(app.Workloads.Count, app.PodTemplates().Count);
        Assert.All(app.PodTemplates(), pod => Assert.Single(policies, policy => policy.All(pair => pod.Metadata.Labels[pair.Key] == pair.Value)));
    });

    [Fact]
    public void Values_are_read_back_as_written() => Sample(app =>
    {
        foreach (var deployment in app.Objects().OfType<V1Deployment>())
        {
            var container = YamlJson.Parse(ManifestYaml.Write(deployment))["spec"]!["template"]!["spec"]!["containers"]![0]!;
            var expected = deployment.Spec.Template.Spec.Containers.Single();
            Assert.Equal(
                (expected.Env ?? []).Select(variable => variable.Value),
                (container["env"]?.AsArray() ?? []).Select(variable => (string?)variable!["value"]));
            Assert.Equal(expected.Args ?? [], (container["args"]?.AsArray() ?? []).Select(text => (string?)text));
        }
    });

    [Fact]
    public void What_runs_to_its_end_is_not_restarted_spread_selected_or_budgeted() => Sample(app =>
    {
        var jobs = app.Workloads.Where(workload => workload.RunsToCompletion).Select(workload => workload.Name).ToHashSet();
        Assert.All(app.PodTemplates(), template =>
        {
            var isJob = jobs.Contains(template.Metadata.Labels["app.kubernetes.io/component"]);
            Assert.Equal(isJob ? "Never" : null, template.Spec.RestartPolicy);
            Assert.True(!isJob || template.Spec.TopologySpreadConstraints is null);
        });
        Assert.All(app.Objects().OfType<V1PodDisruptionBudget>(), budget => Assert.DoesNotContain(budget.Spec.Selector.MatchLabels["app.kubernetes.io/component"], jobs));
        Assert.All(app.Objects().OfType<V1CronJob>(), cron => Assert.Null(cron.Spec.JobTemplate.Spec.Selector));
        Assert.All(app.Objects().OfType<V1Job>(), job => Assert.Null(job.Spec.Selector));
    });

    private static void Sample(Action<AppSpec> check) => Corpus.Check(check);

    private static void AssertProbesHitDeclaredPorts(V1Container container)
    {
        IEnumerable<V1Probe?> probes = [container.StartupProbe, container.ReadinessProbe, container.LivenessProbe];
        Assert.All(probes.OfType<V1Probe>(), probe =>
        {
            var target = (probe.HttpGet?.Port ?? probe.TcpSocket.Port).Value;
            Assert.Contains(container.Ports, port => IsCalled(port, target));
        });
    }

    private static List<V1Container> Containers(V1PodSpec pod) => [.. pod.InitContainers ?? [], .. pod.Containers];

    private static IEnumerable<V1ContainerPort> Ports(V1PodSpec pod) => Containers(pod).SelectMany(container => container.Ports ?? []);

    private static bool IsCalled(V1ContainerPort port, string nameOrNumber) =>
        port.Name == nameOrNumber || port.ContainerPort.ToString(CultureInfo.InvariantCulture) == nameOrNumber;

    private static void AssertDistinct<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        Assert.Equal(list.Distinct(), list);
    }

    private static IEnumerable<string> Selectors(AppSpec app, string version) =>
        AppRenderer.Render(app, new ContainerImage($"x:{version}", version)).OfType<V1Deployment>()
            .Select(deployment => string.Join(',', deployment.Spec.Selector.MatchLabels
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{deployment.Metadata.Name}: {pair.Key}={pair.Value}")));
}
