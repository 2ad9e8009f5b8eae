using Ink.Model.Collections;
using Ink.Model.Policy.Facts;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Policy;

/// <summary>
/// The facts of what a spec comes to when it is rendered; but what nobody chose, and Ink fills in, counts as missing: that is what
/// the editor asks for.
/// </summary>
public static class SpecFacts
{
    private const string Deployment = "workload";

    // What PodSecurity in Ink.Manifests writes.
    private static readonly SecurityFacts Hardened = new()
    {
        RunAsNonRoot = true,
        RunAsUser = ImageUser.Id,
        AllowsEscalation = false,
        ReadOnlyRoot = true,
        Dropped = new EquatableArray<string>(["ALL"]),
    };

    /// <summary>A workload.</summary>
    public static WorkloadFacts Of(WorkloadSpec workload) => new()
    {
        Kind = Deployment,
        Name = workload.Name,
        MinReplicas = workload.RunsToCompletion ? null : workload.MinReplicas,
        IsScaled = workload.IsScaled,
        IsServed = workload.Kind == WorkloadKind.Web,
        Cron = workload.Job?.Cron is { } cron ? new CronFacts(cron.Concurrency.ToString(), workload.Job.DeadlineSeconds is not null) : null,
        Pod = new PodFacts
        {
            Path = PathOf(workload),
            GraceSeconds = workload.GraceSeconds,
            Containers = Sidecars(workload).Append(AppContainer(workload)).ToEquatableArray(),
        },
    };

    /// <summary>The ways in: each class and TLS setting is an Ingress of its own, as it is rendered.</summary>
    public static IEnumerable<IngressFacts> IngressesOf(AppSpec app) =>
        app.Ingresses
            .GroupBy(ingress => (ingress.Class, ingress.Tls))
            .Select(group =>
            {
                var hosts = group.Select(ingress => ingress.Host).Distinct().ToEquatableArray();
                return new IngressFacts(app.Name, hosts, group.Key.Tls ? hosts : default);
            });

    private static ContainerFacts AppContainer(WorkloadSpec workload) => new()
    {
        Name = workload.Name,
        Kind = ContainerKind.App,
        Path = ContainerPath(workload),
        Resources = Resources(workload.Resources),
        Security = Hardened,
        Ports = WorkloadPorts.Of(workload).Select(port => new PortFacts(port.Name, port.Number)).ToEquatableArray(),
        Readiness = workload.Health is { } ready ? Probe(ready.Ready, ready.Port) : null,
        Liveness = workload.Health is { } live ? Probe(live.Live, live.Port) : null,
        Startup = workload.Health is { } startup ? Probe(startup.Startup, startup.Port) : null,
        PreStopSeconds = workload.DrainSeconds,
        Variables = workload.Variables.Select((variable, i) => new VariableFacts(variable.Name, variable.Value, $"{ContainerPath(workload)}.env[{Text(i)}]")).ToEquatableArray(),
    };

    // In the order in which they are rendered: those that run to their end come first. That its port accepts connections says no more of
    // a sidecar than of the app, so its probes are none that somebody chose.
    private static IEnumerable<ContainerFacts> Sidecars(WorkloadSpec workload) => workload.Sidecars
        .OrderByDescending(sidecar => sidecar.IsInit)
        .ThenBy(sidecar => sidecar.Name, StringComparer.Ordinal)
        .Select((sidecar, i) => new ContainerFacts
        {
            Name = sidecar.Name,
            Kind = sidecar.IsInit ? ContainerKind.Init : ContainerKind.Sidecar,
            Path = $"{PathOf(workload)}.initContainers[{Text(i)}]",
            Image = sidecar.Image,
            Resources = Resources(sidecar.Resources),
            Security = Hardened,
            Ports = sidecar.Port is { } port ? new EquatableArray<PortFacts>([new PortFacts(null, port)]) : default,
        });

    private static string PathOf(WorkloadSpec workload) =>
        workload.Kind == WorkloadKind.CronJob ? "spec.jobTemplate.spec.template.spec" : "spec.template.spec";

    private static string ContainerPath(WorkloadSpec workload) => $"{PathOf(workload)}.containers[0]";

    private static ResourceFacts Resources(ResourcesSpec resources) => new(
        resources.IsCpuFallback ? null : resources.Cpu,
        resources.IsMemoryFallback ? null : resources.Memory,
        resources.CpuLimit,
        resources.MemoryLimit,
        resources.EphemeralStorage);

    // Whether a port accepts connections says little of an app; it stands in where nobody chose a path.
    private static ProbeFacts? Probe(string? path, int port) =>
        path is null ? null : new ProbeFacts($"http GET {path} on {Text(port)}", Text(port));

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
