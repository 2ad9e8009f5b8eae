using Ink.Model.Collections;

namespace Ink.Model.Policy.Facts;

/// <summary>An Ingress, as far as rules judge it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hosts">Every host of its rules; empty for rules without one.</param>
/// <param name="TlsHosts">The hosts that it serves over TLS.</param>
/// <param name="TlsForAll">Whether its controller is told to serve all of it over TLS (an annotation).</param>
public sealed record IngressFacts(string Name, EquatableArray<string> Hosts, EquatableArray<string> TlsHosts, bool TlsForAll = false);

/// <summary>A Service, as far as rules judge it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>ClusterIP</c>, <c>NodePort</c>, <c>LoadBalancer</c> or <c>ExternalName</c>.</param>
public sealed record ServiceFacts(string Name, string Type);
