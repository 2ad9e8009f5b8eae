namespace Ink;

/// <summary>
/// Names who may connect to the workload; what no such attribute names can no longer. Without any, a web workload takes connections from
/// the whole cluster (from anywhere, where it has an ingress or route) and a worker takes none.
/// </summary>
/// <remarks>
/// A workload that no such attribute is about goes by the project's <c>InkAllowFrom</c>, where that is set. A load balancer counts like any other: a web workload with an ingress or route names it too, or its clients are shut out. Source:
/// "Network Policies" in the Kubernetes documentation.
/// </remarks>
/// <example><c>[assembly: AllowFrom("cart")] [assembly: AllowFrom("monitoring/prometheus")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class AllowFromAttribute : Attribute
{
    /// <summary>Lets connections in.</summary>
    /// <param name="peer">
    /// An app by its <c>app.kubernetes.io/name</c>, in any namespace (<c>"cart"</c>) or in one (<c>"shop/cart"</c>); a whole namespace
    /// (<c>"shop/*"</c>); addresses (<c>"10.0.0.0/8"</c>); or <c>"any"</c>. Anything else is INK0002. May hold placeholders.
    /// </param>
    public AllowFromAttribute(string peer) => Peer = peer;

    /// <summary>Who.</summary>
    public string Peer { get; }

    /// <summary>
    /// The port they may connect to, from 1 to 65535 (INK0005 otherwise). Default: those that the workload serves; none for a worker,
    /// which is INK0005 where the attribute names it.
    /// </summary>
    public int Port { get; set; }

    /// <summary>Limits the declaration to one environment.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
