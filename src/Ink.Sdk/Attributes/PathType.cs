namespace Ink;

/// <summary>
/// How the path of an <see cref="IngressAttribute"/> is matched. Source: "Path types" in the Kubernetes documentation of Ingress.
/// </summary>
public enum PathType
{
    /// <summary>Element by element between slashes: <c>/shop</c> matches <c>/shop</c> and <c>/shop/cart</c>, not <c>/shopping</c>.</summary>
    Prefix,

    /// <summary>The whole path, with case.</summary>
    Exact,

    /// <summary>As the ingress controller likes it.</summary>
    ImplementationSpecific,
}
