using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>
/// The containers that start before the app's ("Sidecar Containers" and "Init Containers" in the Kubernetes documentation). They start
/// one after the other: first those that run to their end, so that what they prepare is there for the sidecars as well, then the sidecars;
/// each by name, because attributes have no order.
/// </summary>
internal static class SidecarBuilder
{
    /// <summary>The init containers of the workload's pods; <see langword="null"/> where there are none.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="shared">What else is mounted into each, as it is into the app's container.</param>
    public static V1Container[]? Build(WorkloadSpec workload, IReadOnlyList<V1VolumeMount> shared)
    {
        V1Container[] containers =
        [
            .. workload.Sidecars
                .OrderByDescending(sidecar => sidecar.IsInit)
                .ThenBy(sidecar => sidecar.Name, StringComparer.Ordinal)
                .Select(sidecar => Container(workload, sidecar, shared)),
        ];
        return containers.Length == 0 ? null : containers;
    }

    private static V1Container Container(WorkloadSpec workload, SidecarSpec sidecar, IReadOnlyList<V1VolumeMount> shared) => new()
    {
        Name = sidecar.Name,
        // No pull policy: Kubernetes goes by the tag, and asks for what may have moved (latest, or none) every time.
        Image = sidecar.Image,
        Command = LiteralText.Escape(sidecar.Command),
        Args = LiteralText.Escape(sidecar.Args),
        // What makes an init container a sidecar: it starts in its turn, is restarted by itself, ends after the app and keeps no job from ending.
        RestartPolicy = sidecar.IsInit ? null : "Always",
        Ports = ContainerPorts.Of(sidecar),
        Resources = ContainerResources.Of(sidecar.Resources),
        StartupProbe = Probes.Startup(sidecar),
        // Nobody sends traffic to a job.
        ReadinessProbe = workload.RunsToCompletion ? null : Probes.Readiness(sidecar),
        SecurityContext = PodSecurity.Container(),
        VolumeMounts = [.. TemporaryFiles.Mounts(workload, sidecar), .. shared],
    };
}
