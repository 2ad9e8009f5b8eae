using System.Globalization;
using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.Networking;

/// <summary>
/// What the AWS Load Balancer Controller needs to know ("Ingress annotations" in its guide). Only annotations that every Ingress of
/// a shared load balancer may set for itself; scheme, certificates and redirects are the shared class's. Other controllers ignore them.
/// </summary>
internal static class LoadBalancerAnnotations
{
    private const string Prefix = "alb.ingress.kubernetes.io/";

    public static void Add(V1ObjectMeta metadata, WorkloadSpec web, string ingressClass, bool hasTls)
    {
        // One balancer a class, not one an Ingress. Where the class itself names its group, that one counts and this is passed over. A group's
        // name is a class's with fewer characters.
        metadata.Annotate(Prefix + "group.name", ShortName.Join(ingressClass));

        // The Service is a ClusterIP, so the balancer connects to the pods themselves.
        metadata.Annotate(Prefix + "target-type", "ip");
        metadata.Annotate(Prefix + "listen-ports", hasTls ? """[{"HTTPS":443}]""" : """[{"HTTP":80}]""");

        if (web.Health?.Ready is { } path)
            metadata.Annotate(Prefix + "healthcheck-path", path);
        else
            // The balancer always asks over HTTP. Of an app without health endpoints any answer but a failure will do.
            metadata.Annotate(Prefix + "success-codes", "200-499");

        if (web.Health?.Ready is not null && WorkloadPorts.HealthPort(web) is { } port)
            metadata.Annotate(Prefix + "healthcheck-port", port.ToString(CultureInfo.InvariantCulture));
    }
}
