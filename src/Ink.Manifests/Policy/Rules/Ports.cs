using Ink.Manifests.Policy.Reading;
using Ink.Model.Policy;
using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Manifests.Policy.Rules;

/// <summary>INK0005: a port, or the name of one, that the API server refuses.</summary>
internal static class Ports
{
    public static IEnumerable<Breach> Judge(ManifestObject item, PodTemplate? pod)
    {
        foreach (var container in pod?.Containers ?? [])
        {
            foreach (var (port, path) in Each(container.Node["ports"], $"{container.Path}.ports"))
            {
                foreach (var breach in Number(port["containerPort"], $"{path}.containerPort").Concat(Number(port["hostPort"], $"{path}.hostPort", mayBeZero: true)).Concat(Name(port["name"], $"{path}.name")))
                    yield return breach;
            }
        }

        if (!item.Is("", "Service"))
            yield break;
        var ports = Each(item.Spec["ports"], "spec.ports").ToList();
        foreach (var (port, path) in ports)
        {
            foreach (var breach in Number(port["port"], $"{path}.port").Concat(Target(port["targetPort"], $"{path}.targetPort")))
                yield return breach;
            if (port["name"].IsNull && ports.Count > 1)
                yield return Of(path, $"the service \"{item.Name}\" has several ports, and this one has no name", "Name each.");
            else if (port["name"].Text is { } name && !KubernetesName.IsLabel(name))
                yield return Of($"{path}.name", $"\"{name}\" names no port of a Service", "Write lower-case letters, digits and inner hyphens.");
        }
    }

    private static IEnumerable<(ManifestNode Node, string Path)> Each(ManifestNode list, string path) =>
        list.ItemsAt(path).Where(item => item.Node.IsMapping);

    private static IEnumerable<Breach> Number(ManifestNode node, string path, bool mayBeZero = false)
    {
        if (node.Text is { } text && !(node.Number is { } number && (Port.IsValid(number) || (mayBeZero && number == 0))))
            yield return Of(path, $"{text} is no port", $"A port is a number between {Port.Lowest} and {Port.Highest}.");
    }

    private static IEnumerable<Breach> Target(ManifestNode node, string path) => node.Number is null ? Name(node, path) : Number(node, path);

    private static IEnumerable<Breach> Name(ManifestNode node, string path)
    {
        if (node.Text is { } name && !Port.IsName(name))
            yield return Of(path, $"\"{name}\" names no port of a container", "Write lower-case letters, digits and single inner hyphens, 15 characters at most, a letter among them.");
    }

    private static Breach Of(string path, string problem, string remedy) => new(RuleCatalogue.InvalidPort, path, problem, remedy);
}
