using Ink.Manifests.Policy.Reading;

namespace Ink.Manifests.Policy.PodSecurity;

/// <summary>A control of the Pod Security Standards.</summary>
/// <param name="Name">What the Kubernetes documentation calls it.</param>
/// <param name="Violations">The fields of a pod that break it, as paths in the object.</param>
internal sealed record PodControl(string Name, Func<PodTemplate, IEnumerable<string>> Violations)
{
    /// <summary>The <c>securityContext</c> of the pod, where <paramref name="isPodToo"/>, and of every container, with their paths.</summary>
    internal static IEnumerable<(ManifestNode Node, string Path)> Contexts(PodTemplate pod, bool isPodToo)
    {
        if (isPodToo)
            yield return (pod.Spec["securityContext"], $"{pod.SpecPath}.securityContext");
        foreach (var container in pod.Containers)
            yield return (container.Security, $"{container.Path}.securityContext");
    }
}
