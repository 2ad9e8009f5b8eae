using k8s;
using k8s.Models;

namespace Ink.Manifests;

/// <summary>Reads of objects what is in another place in each kind.</summary>
public static class KubernetesObjectExtensions
{
    /// <summary>
    /// The pods that an object runs: of a Deployment, StatefulSet, DaemonSet, ReplicaSet, Job or CronJob. <see langword="null"/> for
    /// every other kind.
    /// </summary>
    /// <param name="item">The object.</param>
    public static V1PodTemplateSpec? PodTemplate(this IKubernetesObject<V1ObjectMeta> item) => item switch
    {
        V1Deployment deployment => deployment.Spec?.Template,
        V1StatefulSet set => set.Spec?.Template,
        V1DaemonSet set => set.Spec?.Template,
        V1ReplicaSet set => set.Spec?.Template,
        V1Job job => job.Spec?.Template,
        V1CronJob cron => cron.Spec?.JobTemplate?.Spec?.Template,
        _ => null,
    };
}
