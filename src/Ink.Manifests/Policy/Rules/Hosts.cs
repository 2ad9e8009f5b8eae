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
                .. item.Spec["rules"].ItemsAt("spec.rules")
                    .Select(rule => (Host: rule.Node["host"].Text, Path: $"{rule.Path}.host"))
                    .Where(rule => !string.IsNullOrEmpty(rule.Host))
                    .Select(rule => (rule.Host!, rule.Path)),
                .. item.Spec["tls"].ItemsAt("spec.tls").SelectMany(tls => Texts(tls.Node["hosts"], $"{tls.Path}.hosts")),
            ];
        }

        return item.Group == Gateway && item.Kind.EndsWith("Route", StringComparison.Ordinal) ? Texts(item.Spec["hostnames"], "spec.hostnames") : [];
    }

    private static IEnumerable<(string Host, string Path)> Texts(ManifestNode list, string path) =>
        list.ItemsAt(path).Where(item => item.Node.Text is not null).Select(item => (item.Node.Text!, item.Path));
}
