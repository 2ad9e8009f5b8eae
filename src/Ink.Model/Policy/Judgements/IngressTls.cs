using Ink.Model.Declarations;
using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK2009: what goes over plain HTTP, everybody on the way can read and change.</summary>
internal static class IngressTls
{
    public static IEnumerable<Breach> Judge(IngressFacts ingress)
    {
        if (ingress.TlsForAll)
            return [];
        // No host at all means every host, which no list of TLS hosts covers.
        var hosts = ingress.Hosts.Count == 0 ? (ingress.TlsHosts.Count == 0 ? [""] : []) : ingress.Hosts.Where(host => !IsCovered(host, ingress)).ToArray();
        return hosts.Select(host => new Breach(
            RuleCatalogue.IngressTls,
            "spec.tls",
            host.Length == 0 ? $"the ingress \"{ingress.Name}\" serves every host without TLS" : $"{host} is served without TLS",
            "List the host in spec.tls.")
        {
            Source = new SourceHint(AttributeKind.Ingress, "Tls", "Leave Tls out, so that the shared load balancer ends TLS.", Key: host),
        });
    }

    private static bool IsCovered(string host, IngressFacts ingress) =>
        ingress.TlsHosts.Contains(host) || (host.IndexOf('.') is var dot and > 0 && ingress.TlsHosts.Contains($"*{host.Substring(dot)}"));
}
