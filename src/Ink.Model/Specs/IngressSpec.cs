namespace Ink.Model.Specs;

/// <summary>One rule of an Ingress: a host and a path of the web workload.</summary>
/// <param name="Host">A DNS name; its first label may be <c>*</c>.</param>
/// <param name="Path">Begins with <c>/</c>.</param>
/// <param name="PathType"><c>Prefix</c>, <c>Exact</c> or <c>ImplementationSpecific</c>.</param>
/// <param name="Class">The IngressClass.</param>
/// <param name="Tls">Whether it is served over TLS.</param>
/// <param name="TlsSecret">The Secret with the certificate; <see langword="null"/> where the load balancer finds it by host.</param>
public sealed record IngressSpec(string Host, string Path, string PathType, string Class, bool Tls, string? TlsSecret);
