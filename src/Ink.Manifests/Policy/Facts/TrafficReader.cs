using Ink.Manifests.Policy.Reading;
using Ink.Model.Collections;
using Ink.Model.Policy.Facts;

namespace Ink.Manifests.Policy.Facts;

/// <summary>Makes the facts of an Ingress and of a Service.</summary>
internal static class TrafficReader
{
    private const string ListenPorts = "alb.ingress.kubernetes.io/listen-ports";
    private const string Certificate = "alb.ingress.kubernetes.io/certificate-arn";

    public static IngressFacts Ingress(ManifestObject ingress)
    {
        var annotations = ingress.Metadata["annotations"].TextFields;
        return new IngressFacts(
            ingress.Name,
            // A rule without a host serves every host.
            ingress.Spec["rules"].Items.Select(rule => rule["host"].Text ?? "").Distinct(StringComparer.Ordinal).ToEquatableArray(),
            ingress.Spec["tls"].Items.SelectMany(tls => tls["hosts"].Texts).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            IsTlsForAll(annotations) || ingress.Spec["tls"].Items.Any(tls => tls["hosts"].Items.Count == 0 && tls.IsMapping));
    }

    public static ServiceFacts Service(ManifestObject service) => new(service.Name, service.Spec["type"].Text ?? "ClusterIP");

    // The AWS Load Balancer Controller ends TLS where it listens for HTTPS alone, or has a certificate.
    private static bool IsTlsForAll(IReadOnlyDictionary<string, string> annotations) =>
        annotations.ContainsKey(Certificate)
        || (annotations.TryGetValue(ListenPorts, out var ports) && ports.Contains("HTTPS", StringComparison.Ordinal) && !ports.Contains("\"HTTP\"", StringComparison.Ordinal));
}
