namespace Ink.Model.Specs;

/// <summary>
/// The other end of a connection: an app, all of a namespace, addresses, or – where nothing is set – anything.
/// </summary>
/// <param name="Namespace">The namespace; <see langword="null"/> for any.</param>
/// <param name="App">The app's <c>app.kubernetes.io/name</c>; <see langword="null"/> for every pod of <paramref name="Namespace"/>.</param>
/// <param name="Cidr">Addresses in CIDR notation (RFC 4632, RFC 4291); excludes the other two.</param>
/// <param name="Port">The port connected to; <see langword="null"/> for those that the workload serves, or for all where it is the one that connects.</param>
public sealed record PeerSpec(string? Namespace, string? App, string? Cidr, int? Port)
{
    /// <summary>Whether it stands for everything, inside the cluster and out.</summary>
    public bool IsAny => Namespace is null && App is null && Cidr is null;
}
