using Ink.Manifests.Policy.Reading;

namespace Ink.Manifests.Policy.Rules;

/// <summary>The hosts that an object routes, and where they are.</summary>
internal static class Hosts
{
    public const string Networking = "networking.k8s.io";
    public const string Gateway = "gateway.networking.k8s.io";

    public static IEnumerable<(string Host, string Path)> Of(ManifestObject item)
    {
        if (item.Is(Networking, "Ingress"))
        {
            return
            [
                .. item.Spec["rules"].Items
                    .Select((rule, i) => (Host: rule["host"].Text, Path: $"{ManifestPath.Of("spec.rules", i)}.host"))
                    .Where(rule => !string.IsNullOrEmpty(rule.Host))
                    .Select(rule => (rule.Host!, rule.Path)),
                .. item.Spec["tls"].Items.SelectMany((tls, i) => Texts(tls["hosts"], $"{ManifestPath.Of("spec.tls", i)}.hosts")),
            ];
        }

        return item.Group == Gateway && item.Kind.EndsWith("Route", StringComparison.Ordinal) ? Texts(item.Spec["hostnames"], "spec.hostnames") : [];
    }

    private static IEnumerable<(string Host, string Path)> Texts(ManifestNode list, string path) =>
        list.Items.Select((item, i) => (item.Text, ManifestPath.Of(path, i))).Where(item => item.Text is not null).Select(item => (item.Text!, item.Item2));
}
