using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Manifests.Policy.Rules;

/// <summary>INK0002: a name that the API server refuses.</summary>
internal static class Names
{
    private const string Rbac = "rbac.authorization.k8s.io";

    public static IEnumerable<Breach> Judge(ManifestObject item, PodTemplate? pod)
    {
        // What is generated is completed by the API server.
        if (item.Metadata["name"].Text is { } name && Fault(item, name) is { } fault)
            yield return Of("metadata.name", $"{item.Kind} \"{name}\": the name {fault}");
        else if (item.Metadata["name"].IsNull && item.Metadata["generateName"].IsNull)
            yield return Of("metadata", $"this {item.Kind} has no name");
        if (item.Namespace.Length > 0 && !KubernetesName.IsLabel(item.Namespace) && Placeholder.LeftIn(item.Namespace) is null)
            yield return Of("metadata.namespace", $"\"{item.Namespace}\" names no namespace: {Label}");

        foreach (var container in pod?.Containers ?? [])
        {
            if (container.Name.Length == 0)
                yield return Of(container.Path, "a container has no name");
            else if (!KubernetesName.IsLabel(container.Name) && Placeholder.LeftIn(container.Name) is null)
                yield return Of($"{container.Path}.name", $"\"{container.Name}\" names no container: {Label}");
        }

        foreach (var (host, path) in Hosts.Of(item))
        {
            if (!KubernetesName.IsHost(host) && Placeholder.LeftIn(host) is null)
                yield return Of(path, $"\"{host}\" is not a DNS name");
        }
    }

    private const string Label = "lower-case letters, digits and inner hyphens are allowed, 63 characters at most";

    private static string? Fault(ManifestObject item, string name)
    {
        if (Placeholder.LeftIn(name) is not null)
            return null;
        if (item.Is("", "Service"))
            return KubernetesName.IsServiceName(name) ? null : "of a Service must be a DNS label that begins with a letter, in lower case, of 63 characters at most";
        if (item.Is("", "Namespace"))
            return KubernetesName.IsLabel(name) ? null : $"is not valid: {Label}";
        if (item.Is("batch", "CronJob") && name.Length > KubernetesName.MaxCronJobLength)
            return $"has {name.Length} characters, and {KubernetesName.MaxCronJobLength} are allowed for a CronJob, whose runs get a longer one each";
        // RBAC takes whatever can be part of a path: system:node, for one.
        if (item.Group == Rbac)
            return name.IndexOfAny(['/', '%']) >= 0 || name is "." or ".." ? "holds '/' or '%', or is a path" : null;
        return KubernetesName.IsSubdomain(name) ? null : "is not valid: lower-case letters, digits, '-' and '.' are allowed, 253 characters at most, 63 between dots";
    }

    private static Breach Of(string path, string problem) => new(RuleCatalogue.InvalidName, path, problem, "Rename it.");
}
