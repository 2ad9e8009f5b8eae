namespace Ink.Manifests.Networking;

/// <summary>
/// The desired state of an <see cref="HttpRoute"/>. What the API server would fill in is written, because Argo CD would otherwise report
/// it as a difference for ever.
/// </summary>
public sealed record HttpRouteSpec
{
    /// <summary>The Gateways.</summary>
    public required IReadOnlyList<ParentReference> ParentRefs { get; init; }

    /// <summary>The hosts; the first label of one may be <c>*</c>.</summary>
    public required IReadOnlyList<string> Hostnames { get; init; }

    /// <summary>What of the hosts goes where.</summary>
    public required IReadOnlyList<HttpRouteRule> Rules { get; init; }
}

/// <summary>A Gateway.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">Its namespace; <see langword="null"/> for the route's.</param>
/// <param name="Group">Its API group.</param>
/// <param name="Kind">Its kind.</param>
public sealed record ParentReference(string Name, string? Namespace, string Group = "gateway.networking.k8s.io", string Kind = "Gateway");

/// <summary>Requests and where they go.</summary>
/// <param name="Matches">The requests: those that any of these matches.</param>
/// <param name="BackendRefs">Where they go.</param>
public sealed record HttpRouteRule(IReadOnlyList<HttpRouteMatch> Matches, IReadOnlyList<BackendReference> BackendRefs);

/// <summary>A kind of request.</summary>
/// <param name="Path">Its path.</param>
public sealed record HttpRouteMatch(HttpPathMatch Path);

/// <summary>A path.</summary>
/// <param name="Value">The path.</param>
/// <param name="Type"><c>PathPrefix</c>: all below it as well, element by element.</param>
public sealed record HttpPathMatch(string Value, string Type = "PathPrefix");

/// <summary>A Service.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Port">The number of its port.</param>
/// <param name="Group">Its API group; empty for the core.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Weight">Its share among the rule's backends.</param>
public sealed record BackendReference(string Name, int Port, string Group = "", string Kind = "Service", int Weight = 1);
