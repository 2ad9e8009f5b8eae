using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>The pod of a workload, whatever controller runs it.</summary>
internal static class PodTemplateBuilder
{
    public static V1PodTemplateSpec Build(AppSpec app, WorkloadSpec workload, ContainerImage image)
    {
        var files = SecretFiles.Of(workload);
        return new V1PodTemplateSpec
        {
            Metadata = new V1ObjectMeta { Labels = Labels.Of(app, workload, image) },
            Spec = new V1PodSpec
            {
                ServiceAccountName = app.Name,
                AutomountServiceAccountToken = false,
                // Variables for every Service of the namespace: they slow the start down and may clash with the app's own.
                EnableServiceLinks = false,
                SecurityContext = PodSecurity.Pod(),
                PriorityClassName = workload.Availability.PriorityClass,
                TerminationGracePeriodSeconds = workload.GraceSeconds,
                // A failed pod of a job stays, with its log, and another takes its place. Anything else is restarted for ever, which is
                // what Kubernetes does unless told.
                RestartPolicy = workload.RunsToCompletion ? "Never" : null,
                TopologySpreadConstraints = workload.RunsToCompletion ? null : TopologySpread.Of(app, workload),
                InitContainers = SidecarBuilder.Build(workload, [.. PodVolumes.Mounts(workload)]),
                Containers = [ContainerBuilder.Build(app, workload, image, files)],
                Volumes = [.. TemporaryFiles.Volumes(workload), .. files.Select(directory => directory.Volume(app)), .. PodVolumes.Volumes(app, workload)],
            },
        };
    }
}
