using Ink.Manifests.Policy.Reading;
using Ink.Model.Collections;
using Ink.Model.Policy.Facts;

namespace Ink.Manifests.Policy.Facts;

/// <summary>Makes the facts of an object that runs pods.</summary>
internal static class WorkloadReader
{
    // What Kubernetes runs where a controller says nothing.
    private const int DefaultReplicas = 1;
    private const int DefaultGrace = 30;
    private const string DefaultAccount = "default";

    private static readonly string[] Counted = ["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController"];

    public static WorkloadFacts Read(PodTemplate pod, ManifestSet set)
    {
        var owner = pod.Owner;
        var scaler = Scalers.Of(owner, set);
        return new WorkloadFacts
        {
            Kind = owner.Kind,
            Name = owner.Name,
            MinReplicas = Replicas(owner, scaler),
            IsScaled = scaler is not null,
            IsServed = IsServed(pod, set),
            Cron = owner.Kind == "CronJob" ? Cron(owner.Spec) : null,
            Pod = Pod(pod, set),
        };
    }

    /// <summary>The fewest and the most pods that a controller runs; <see langword="null"/> where it has no count of its own.</summary>
    public static (int Min, int Max)? Bounds(ManifestObject owner, ManifestSet set)
    {
        if (!Counted.Contains(owner.Kind, StringComparer.Ordinal))
            return null;
        if (Scalers.Of(owner, set) is { } scaler)
            return (scaler.Min, Math.Max(scaler.Min, scaler.Max ?? scaler.Min));
        var count = owner.Spec["replicas"].SmallNumber ?? DefaultReplicas;
        return (count, count);
    }

    private static int? Replicas(ManifestObject owner, ScalerFacts? scaler) => Counted.Contains(owner.Kind, StringComparer.Ordinal)
        ? scaler?.Min ?? owner.Spec["replicas"].SmallNumber ?? DefaultReplicas
        : null;

    private static CronFacts Cron(ManifestNode spec) => new(
        spec["concurrencyPolicy"].Text,
        spec["jobTemplate"]["spec"]["activeDeadlineSeconds"].Exists || spec["jobTemplate"]["spec"]["template"]["spec"]["activeDeadlineSeconds"].Exists);

    // A Service that carries metrics alone is there for Prometheus to find the pods, and one without ports for their names in DNS: neither
    // sends them requests of users.
    private static bool IsServed(PodTemplate pod, ManifestSet set) =>
        set.InNamespaceOf(pod.Owner, item => item.Is("", "Service"))
            .Any(service => service.Spec["selector"].Fields.Count > 0
                && LabelSelector.SelectsAll(service.Spec["selector"], pod.Labels)
                && service.Spec["ports"].Items.Any(port => !IsForMetrics(port)));

    private static bool IsForMetrics(ManifestNode port) => port["name"].Text is { } name && name.EndsWith("metrics", StringComparison.Ordinal);

    private static PodFacts Pod(PodTemplate pod, ManifestSet set)
    {
        var spec = pod.Spec;
        return new PodFacts
        {
            Path = pod.SpecPath,
            Containers = pod.Containers.Select(container => ContainerReader.Read(container, spec["securityContext"])).ToEquatableArray(),
            Volumes = pod.Volumes.Where(volume => volume.Node.IsMapping).Select(volume => new VolumeFacts(volume.Node["name"].Text ?? "", SourceOf(volume.Node), volume.Path)).ToEquatableArray(),
            HostNetwork = spec["hostNetwork"].Flag == true,
            HostPid = spec["hostPID"].Flag == true,
            HostIpc = spec["hostIPC"].Flag == true,
            MountsToken = spec["automountServiceAccountToken"].Flag ?? AccountMountsToken(pod, set),
            GraceSeconds = spec["terminationGracePeriodSeconds"].SmallNumber ?? DefaultGrace,
        };
    }

    private static string SourceOf(ManifestNode volume) => volume.Fields.FirstOrDefault(field => field.Key != "name" && field.Value.Exists).Key ?? "";

    private static bool AccountMountsToken(PodTemplate pod, ManifestSet set)
    {
        var name = pod.Spec["serviceAccountName"].Text ?? pod.Spec["serviceAccount"].Text ?? DefaultAccount;
        var account = set.InNamespaceOf(pod.Owner, item => item.Is("", "ServiceAccount") && item.Name == name).FirstOrDefault();
        return account?.Node["automountServiceAccountToken"].Flag ?? true;
    }
}
