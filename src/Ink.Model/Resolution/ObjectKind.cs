namespace Ink.Model.Resolution;

/// <summary>The kinds of object that Ink makes for an app.</summary>
internal static class ObjectKind
{
    /// <summary>All of them; <c>Pod</c> stands for the pod templates.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Application", "ConfigMap", "CronJob", "Deployment", "ExternalSecret", "HorizontalPodAutoscaler", "HTTPRoute", "Ingress", "Job", "NetworkPolicy",
        "PersistentVolumeClaim", "Pod", "PodDisruptionBudget", "ScaledObject", "Service", "ServiceAccount", "ServiceMonitor", "StatefulSet",
    ];
}
