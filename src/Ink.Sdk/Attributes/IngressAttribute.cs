namespace Ink;

/// <summary>Routes a host and a path from outside the cluster to the web workload; INK1014 where there is none.</summary>
/// <remarks>
/// Limited to an environment and without <see cref="Path"/>, it overrides every path of that host. Source: "Ingress" in the Kubernetes
/// documentation.
/// </remarks>
/// <example><c>[assembly: Ingress("shop.{domain}", Path = "/checkout")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class IngressAttribute : Attribute
{
    /// <summary>Routes that host.</summary>
    /// <param name="host">
    /// A DNS name, whose first label may be <c>*</c>, without scheme, port and path (INK0002 otherwise); may hold placeholders.
    /// </param>
    public IngressAttribute(string host) => Host = host;

    /// <summary>The host.</summary>
    public string Host { get; }

    /// <summary>The path, which begins with <c>/</c>. Default: <c>/</c>.</summary>
    public string? Path { get; set; }

    /// <summary>How <see cref="Path"/> is matched. Default: <see cref="Ink.PathType.Prefix"/>.</summary>
    public PathType PathType { get; set; }

    /// <summary>
    /// The IngressClass, a DNS subdomain; ingresses of one class share a load balancer, whose group is called like it (AWS Load Balancer
    /// Controller). Default: the project's <c>InkIngressClass</c>, else <c>shared</c>.
    /// </summary>
    public string? Class { get; set; }

    /// <summary>Whether it is served over TLS. Default: the project's <c>InkIngressTls</c>, else <see langword="true"/>, ended by the shared load balancer.</summary>
    public bool Tls { get; set; } = true;

    /// <summary>
    /// The Secret of type <c>kubernetes.io/tls</c> with the certificate. Default: the project's
    /// <c>InkIngressTlsSecret</c>, else none: the load balancer finds a certificate by host.
    /// </summary>
    public string? TlsSecret { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }
}
