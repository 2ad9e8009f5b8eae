namespace Ink;

/// <summary>
/// Routes a host and a path from outside the cluster to the web workload, by way of a Gateway: an HTTPRoute of the Gateway API. INK1014
/// where there is no web workload.
/// </summary>
/// <remarks>
/// Limited to an environment and without <see cref="Path"/>, it overrides every path of that host. TLS and ports are the Gateway's
/// affair. Source: "HTTPRoute" in the Gateway API documentation.
/// </remarks>
/// <example><c>[assembly: Route("shop.{domain}", Path = "/checkout", Gateway = "gateways/public")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RouteAttribute : Attribute
{
    /// <summary>Routes that host.</summary>
    /// <param name="host">
    /// A DNS name, whose first label may be <c>*</c>, without scheme, port and path (INK0002 otherwise); may hold placeholders.
    /// </param>
    public RouteAttribute(string host) => Host = host;

    /// <summary>The host.</summary>
    public string Host { get; }

    /// <summary>The path and everything below it; begins with <c>/</c> (INK0008 otherwise). Default: <c>/</c>.</summary>
    public string? Path { get; set; }

    /// <summary>
    /// The Gateway, as <c>namespace/name</c>, or <c>name</c> for one in the app's namespace (INK0002 otherwise). Default: the project's
    /// <c>InkGateway</c>; INK1014 where neither is given.
    /// </summary>
    public string? Gateway { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }
}
