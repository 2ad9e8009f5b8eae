using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.Networking;

/// <summary>
/// The routes from outside to the web workload: one object a class, because the class belongs to the object. Rules without TLS get
/// an object of their own, because a load balancer's listeners serve every host of the object.
/// </summary>
internal static class IngressBuilder
{
    public static IEnumerable<V1Ingress> Build(AppSpec app)
    {
        if (app.Ingresses.Count == 0 || app.Web is not { } web)
            return [];

        var groups = app.Ingresses.ToLookup(rule => (rule.Class, rule.Tls));
        var firstClass = app.Ingresses.Select(rule => rule.Class).Min(StringComparer.Ordinal)!;
        return groups
            .OrderBy(group => group.Key.Class, StringComparer.Ordinal)
            .ThenByDescending(group => group.Key.Tls)
            .Select(group => Ingress(app, web, NameOf(group.Key), [.. group]));

        string NameOf((string Class, bool Tls) key)
        {
            List<string> parts = [app.Name];
            if (key.Class != firstClass)
                parts.Add(key.Class);
            if (!key.Tls && groups.Contains((key.Class, true)))
                parts.Add("http");
            return ShortName.Join([.. parts]);
        }
    }

    private static V1Ingress Ingress(AppSpec app, WorkloadSpec web, string name, IngressSpec[] rules)
    {
        var metadata = ObjectMetadata.Create(app, name, Labels.Of(app, web), SyncWave.Traffic);
        LoadBalancerAnnotations.Add(metadata, web, rules[0].Class, rules[0].Tls);
        return new V1Ingress
        {
            ApiVersion = "networking.k8s.io/v1",
            Kind = "Ingress",
            Metadata = metadata,
            Spec = new V1IngressSpec
            {
                IngressClassName = rules[0].Class,
                Rules = [.. ByHost(rules).Select(host => Rule(web, host))],
                Tls = rules[0].Tls ? [.. Certificates(rules)] : null,
            },
        };
    }

    private static IEnumerable<IGrouping<string, IngressSpec>> ByHost(IngressSpec[] rules) =>
        rules.GroupBy(rule => rule.Host, StringComparer.Ordinal).OrderBy(host => host.Key, StringComparer.Ordinal);

    private static V1IngressRule Rule(WorkloadSpec web, IGrouping<string, IngressSpec> host) => new()
    {
        Host = host.Key,
        Http = new V1HTTPIngressRuleValue
        {
            Paths =
            [
                .. host
                    .OrderBy(rule => rule.Path, StringComparer.Ordinal)
                    .ThenBy(rule => rule.PathType, StringComparer.Ordinal)
                    .Select(rule => new V1HTTPIngressPath
                    {
                        Path = rule.Path,
                        PathType = rule.PathType,
                        Backend = new V1IngressBackend
                        {
                            Service = new V1IngressServiceBackend
                            {
                                Name = web.ObjectName,
                                Port = new V1ServiceBackendPort { Name = WorkloadPorts.Http },
                            },
                        },
                    }),
            ],
        },
    };

    // Without a secret the load balancer looks the certificate up by the hosts listed here.
    private static IEnumerable<V1IngressTLS> Certificates(IngressSpec[] rules) => rules
        .GroupBy(rule => rule.TlsSecret ?? "", StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new V1IngressTLS
        {
            Hosts = [.. group.Select(rule => rule.Host).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            SecretName = group.Key.Length == 0 ? null : group.Key,
        });
}
