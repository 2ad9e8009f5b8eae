using System.Globalization;
using Ink.Manifests.Policy.Reading;
using Ink.Model.Collections;
using Ink.Model.Policy.Facts;
using Ink.Model.Values;

namespace Ink.Manifests.Policy.Facts;

/// <summary>Makes the facts of a container of a manifest.</summary>
internal static class ContainerReader
{
    public static ContainerFacts Read(PodContainer container, ManifestNode podSecurity)
    {
        var node = container.Node;
        var ports = node["ports"].Items.Where(port => port.IsMapping).Select(Port).ToEquatableArray();
        return new ContainerFacts
        {
            Name = container.Name,
            Kind = container.Kind,
            Path = container.Path,
            Image = node["image"].Text,
            Resources = Resources(node["resources"]),
            Security = Security(container.Security, podSecurity),
            Ports = ports,
            Readiness = Probe(node["readinessProbe"], ports),
            Liveness = Probe(node["livenessProbe"], ports),
            Startup = Probe(node["startupProbe"], ports),
            PreStopSeconds = node["lifecycle"]["preStop"]["sleep"]["seconds"].SmallNumber ?? 0,
            Variables = node["env"].ItemsAt($"{container.Path}.env")
                .Where(variable => variable.Node["name"].Text is not null && !variable.Node["valueFrom"].Exists)
                .Select(variable => new VariableFacts(variable.Node["name"].Text!, variable.Node["value"].Text ?? "", variable.Path))
                .ToEquatableArray(),
        };
    }

    // A limit without a request is its request too: Kubernetes fills it in.
    private static ResourceFacts Resources(ManifestNode resources)
    {
        var cpuLimit = Quantity(resources["limits"]["cpu"]);
        var memoryLimit = Quantity(resources["limits"]["memory"]);
        return new ResourceFacts(
            Quantity(resources["requests"]["cpu"]) ?? cpuLimit,
            Quantity(resources["requests"]["memory"]) ?? memoryLimit,
            cpuLimit,
            memoryLimit,
            Quantity(resources["limits"]["ephemeral-storage"]));
    }

    private static Quantity? Quantity(ManifestNode node) => node.Text is { } text ? Model.Values.Quantity.Parse(text) : null;

    private static SecurityFacts Security(ManifestNode own, ManifestNode pod) => new()
    {
        RunAsNonRoot = own["runAsNonRoot"].Flag ?? pod["runAsNonRoot"].Flag,
        RunAsUser = own["runAsUser"].Number ?? pod["runAsUser"].Number,
        Privileged = own["privileged"].Flag == true,
        AllowsEscalation = own["allowPrivilegeEscalation"].Flag,
        ReadOnlyRoot = own["readOnlyRootFilesystem"].Flag == true,
        Added = own["capabilities"]["add"].Texts.ToEquatableArray(),
        Dropped = own["capabilities"]["drop"].Texts.ToEquatableArray(),
    };

    private static PortFacts Port(ManifestNode port) => new(
        port["name"].Text,
        port["containerPort"].SmallNumber ?? 0,
        port["protocol"].Text ?? "TCP",
        port["hostPort"].SmallNumber);

    private static ProbeFacts? Probe(ManifestNode probe, EquatableArray<PortFacts> ports)
    {
        if (probe["httpGet"] is { Exists: true } http)
        {
            var port = Number(http["port"].Text, ports);
            var host = http["host"].Text is { Length: > 0 } name ? $" of {name}" : "";
            var scheme = (http["scheme"].Text ?? "HTTP").ToLowerInvariant();
            return new ProbeFacts($"{scheme} GET {http["path"].Text ?? "/"} on {port}{host}", port);
        }

        if (probe["tcpSocket"] is { Exists: true } tcp)
        {
            var port = Number(tcp["port"].Text, ports);
            return new ProbeFacts($"tcp on {port}", port);
        }

        if (probe["grpc"] is { Exists: true } grpc)
        {
            var port = Number(grpc["port"].Text, ports);
            return new ProbeFacts($"grpc {grpc["service"].Text} on {port}", port);
        }

        return probe["exec"] is { Exists: true } exec ? new ProbeFacts($"exec {string.Join(' ', exec["command"].Texts)}", Port: null) : null;
    }

    // By its number where the container names the port: http and 8080 are then one.
    private static string? Number(string? port, EquatableArray<PortFacts> ports) =>
        ports.FirstOrDefault(candidate => candidate.Name is not null && candidate.Name == port) is { } named
            ? named.Number.ToString(CultureInfo.InvariantCulture)
            : port;
}
