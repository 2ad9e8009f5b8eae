using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;

namespace Ink.Manifests.Policy.Rules.References;

/// <summary>Services that an Ingress or a route leads to, and ports that a Service leads to.</summary>
internal static class Backends
{
    public static IEnumerable<Breach> Judge(ManifestObject item, ManifestSet set)
    {
        if (item.Is(Hosts.Networking, "Ingress"))
            return Ingress(item, set);
        if (item.Group == Hosts.Gateway && item.Kind.EndsWith("Route", StringComparison.Ordinal))
            return Route(item, set);
        if (item.Is("", "Service"))
            return TargetPorts(item, set);
        return item.Is("apps", "StatefulSet") && item.Spec["serviceName"].Text is { Length: > 0 } name
            ? Reference.ByName(item, set, "", "Service", name, "spec.serviceName")
            : [];
    }

    private static IEnumerable<Breach> Ingress(ManifestObject ingress, ManifestSet set)
    {
        var backends = ingress.Spec["rules"].ItemsAt("spec.rules")
            .SelectMany(rule => rule.Node["http"]["paths"].ItemsAt($"{rule.Path}.http.paths"))
            .Select(path => (Node: path.Node["backend"]["service"], Path: $"{path.Path}.backend.service"));
        return backends
            .Append((Node: ingress.Spec["defaultBackend"]["service"], Path: "spec.defaultBackend.service"))
            .Where(backend => backend.Node["name"].Text is not null)
            .SelectMany(backend => Service(
                ingress, set, backend.Node["name"].Text!, backend.Path, backend.Node["port"]["name"].Text ?? backend.Node["port"]["number"].Text, $"{backend.Path}.port"));
    }

    private static IEnumerable<Breach> Route(ManifestObject route, ManifestSet set) =>
        from rule in route.Spec["rules"].ItemsAt("spec.rules")
        from backend in rule.Node["backendRefs"].ItemsAt($"{rule.Path}.backendRefs")
        // Backends of other kinds, and of other namespaces, are others' business.
        where (backend.Node["kind"].Text ?? "Service") == "Service" && string.IsNullOrEmpty(backend.Node["group"].Text)
        where backend.Node["namespace"].IsNull || backend.Node["namespace"].Text == route.Namespace
        where backend.Node["name"].Text is not null
        from breach in Service(route, set, backend.Node["name"].Text!, backend.Path, backend.Node["port"].Text, $"{backend.Path}.port")
        select breach;

    private static IEnumerable<Breach> Service(ManifestObject item, ManifestSet set, string name, string path, string? port, string portPath)
    {
        // Some controllers take a name of their own for an action, with a port that says so.
        if (port == "use-annotation")
            return [];
        var services = set.InNamespaceOf(item, other => other.Is("", "Service") && other.Name == name).ToList();
        if (services.Count == 0)
            return Reference.ByName(item, set, "", "Service", name, path);
        return port is null || services.Exists(service => service.Spec["type"].Text == "ExternalName" || service.Spec["ports"].Items.Any(served => served["name"].Text == port || served["port"].Text == port))
            ? []
            : [Reference.Of(portPath, $"Service \"{name}\" has no port {port}", "Correct the port.")];
    }

    // A number need not be named by a container; a name has to be.
    private static IEnumerable<Breach> TargetPorts(ManifestObject service, ManifestSet set)
    {
        var selector = service.Spec["selector"];
        if (selector.Fields.Count == 0)
            return [];
        var pods = set.PodsInNamespaceOf(service).Where(pod => LabelSelector.SelectsAll(selector, pod.Labels)).ToList();
        return
            from served in service.Spec["ports"].ItemsAt("spec.ports")
            let name = served.Node["targetPort"].Number is null ? served.Node["targetPort"].Text : null
            where name is not null && pods.Count > 0 && !pods.Exists(pod => HasPort(pod, name))
            select Reference.Of($"{served.Path}.targetPort", $"no container of the pods of Service \"{service.Name}\" has a port \"{name}\"", "Correct the name, or name the container's port.");
    }

    private static bool HasPort(PodTemplate pod, string name) =>
        pod.Containers.Any(container => container.Node["ports"].Items.Any(port => port["name"].Text == name));
}
