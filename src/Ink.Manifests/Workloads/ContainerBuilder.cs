using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>The container that runs the app's image in one role; it is named after the role.</summary>
internal static class ContainerBuilder
{
    public static V1Container Build(
        AppSpec app, WorkloadSpec workload, ContainerImage image, IReadOnlyList<SecretDirectory> files) => new()
    {
        Name = workload.Name,
        Image = image.Reference,
        // The tag is a commit and the digest pins it: what is on the node already is what is wanted.
        ImagePullPolicy = "IfNotPresent",
        Command = LiteralText.Escape(workload.Command),
        Args = LiteralText.Escape(workload.Args),
        Env = ContainerVariables.Of(app, workload),
        Ports = ContainerPorts.Of(workload),
        Resources = ContainerResources.Of(workload.Resources),
        StartupProbe = Probes.Startup(workload),
        ReadinessProbe = Probes.Readiness(workload),
        LivenessProbe = Probes.Liveness(workload),
        Lifecycle = Drain(workload),
        SecurityContext = PodSecurity.Container(),
        VolumeMounts = [.. TemporaryFiles.Mounts(workload), .. files.SelectMany(directory => directory.Mounts()), .. PodVolumes.Mounts(workload)],
    };

    // Endpoints and load balancers learn that a pod goes away while it is told to stop, not before: so it serves on for a while.
    // The kubelet sleeps by itself here, as chiseled images have no shell and no sleep.
    private static V1Lifecycle? Drain(WorkloadSpec workload) =>
        workload.DrainSeconds <= 0
            ? null
            : new V1Lifecycle
            {
                PreStop = new V1LifecycleHandler { Sleep = new V1SleepAction { Seconds = workload.DrainSeconds } },
            };
}
