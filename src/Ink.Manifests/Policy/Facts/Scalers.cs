using Ink.Manifests.Policy.Reading;
using Ink.Model.Collections;
using Ink.Model.Policy.Facts;
using Ink.Model.Values;

namespace Ink.Manifests.Policy.Facts;

/// <summary>Makes the facts of scalers, and finds the one of a workload.</summary>
internal static class Scalers
{
    public const string Keda = "keda.sh";
    public const string Autoscaling = "autoscaling";

    // What a scaler without a lower bound goes down to.
    private const int DefaultHorizontalMin = 1;
    private const int DefaultQueueMin = 0;
    private const int DefaultQueueMax = 100;

    /// <summary>Whether an object is a scaler that rules know.</summary>
    public static bool IsScaler(ManifestObject item) => item.Is(Autoscaling, "HorizontalPodAutoscaler") || item.Is(Keda, "ScaledObject");

    /// <summary>The kind and the name that a scaler scales.</summary>
    public static (string Kind, string Name) TargetOf(ManifestObject scaler)
    {
        var target = scaler.Spec["scaleTargetRef"];
        return (target["kind"].Text ?? "Deployment", target["name"].Text ?? "");
    }

    /// <summary>The scaler of a workload, or <see langword="null"/>.</summary>
    public static ScalerFacts? Of(ManifestObject workload, ManifestSet set) =>
        set.InNamespaceOf(workload, item => IsScaler(item) && set.AreApplied(workload, item) && TargetOf(item) == (workload.Kind, workload.Name))
            .Select(scaler => Read(scaler, set))
            .FirstOrDefault();

    public static ScalerFacts Read(ManifestObject scaler, ManifestSet set) => scaler.Group == Keda ? Queue(scaler) : Horizontal(scaler, set);

    private static ScalerFacts Queue(ManifestObject scaler) => new()
    {
        Kind = scaler.Kind,
        Name = scaler.Name,
        Min = scaler.Spec["minReplicaCount"].SmallNumber ?? DefaultQueueMin,
        Max = scaler.Spec["maxReplicaCount"].SmallNumber ?? DefaultQueueMax,
        MinPath = "spec.minReplicaCount",
        MaxPath = "spec.maxReplicaCount",
        MetricsPath = "spec.triggers",
        HasMetrics = scaler.Spec["triggers"].Items.Count > 0,
        MayBeZero = true,
    };

    private static ScalerFacts Horizontal(ManifestObject scaler, ManifestSet set)
    {
        var metrics = scaler.Spec["metrics"].Items;
        var pod = TargetPod(scaler, set);
        return new ScalerFacts
        {
            Kind = scaler.Kind,
            Name = scaler.Name,
            Min = scaler.Spec["minReplicas"].SmallNumber ?? DefaultHorizontalMin,
            Max = scaler.Spec["maxReplicas"].SmallNumber,
            MinPath = "spec.minReplicas",
            MaxPath = "spec.maxReplicas",
            MetricsPath = "spec.metrics",
            HasMetrics = metrics.Count > 0 || scaler.Spec["targetCPUUtilizationPercentage"].Exists,
            // The metrics of pods are gone with the last of them.
            MayBeZero = metrics.Any(metric => metric["type"].Text is "External" or "Object"),
            Utilizations = scaler.Spec["metrics"].ItemsAt("spec.metrics").Select(metric => Utilization(metric.Node, metric.Path, pod)).OfType<UtilizationFacts>().ToEquatableArray(),
        };
    }

    private static UtilizationFacts? Utilization(ManifestNode metric, string path, PodTemplate? pod)
    {
        var source = metric["type"].Text == "ContainerResource" ? "containerResource" : "resource";
        var resource = metric[source];
        if (resource["name"].Text is not ("cpu" or "memory") || resource["target"]["averageUtilization"].SmallNumber is not { } percent)
            return null;

        var name = resource["name"].Text!;
        var facts = new UtilizationFacts(name, percent, $"{path}.{source}.target.averageUtilization");
        if (pod is null)
            return facts;

        // An init container that ends has no part in the sum; a sidecar has. A metric of one container looks at that alone.
        var measured = pod.Containers
            .Where(container => container.Kind is ContainerKind.App or ContainerKind.Sidecar && (source == "resource" || container.Name == resource["container"].Text))
            .ToList();
        if (measured.Find(container => Resource(container, "requests", name) is null && Resource(container, "limits", name) is null) is { } without)
            return facts with { Container = without.Name };
        return measured.Count == 1
            ? facts with { Request = Quantity(Resource(measured[0], "requests", name) ?? Resource(measured[0], "limits", name)), Limit = Quantity(Resource(measured[0], "limits", name)) }
            : facts;
    }

    private static string? Resource(PodContainer container, string list, string name) => container.Node["resources"][list][name].Text;

    private static Quantity? Quantity(string? text) => text is null ? null : Model.Values.Quantity.Parse(text);

    private static PodTemplate? TargetPod(ManifestObject scaler, ManifestSet set)
    {
        var target = TargetOf(scaler);
        return set.PodsInNamespaceOf(scaler).FirstOrDefault(pod => (pod.Owner.Kind, pod.Owner.Name) == target && set.AreApplied(scaler, pod.Owner));
    }
}
