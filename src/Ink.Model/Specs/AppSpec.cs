using Ink.Model.Collections;

namespace Ink.Model.Specs;

/// <summary>What an application means in one environment: every default is filled in, every placeholder expanded.</summary>
public sealed record AppSpec
{
    /// <summary>The application's name, a DNS-1123 label.</summary>
    public required string Name { get; init; }

    /// <summary>The environment's name.</summary>
    public required string Environment { get; init; }

    /// <summary>The Kubernetes namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The team that owns it, a label value.</summary>
    public string? Team { get; init; }

    /// <summary>The larger application it belongs to (<c>app.kubernetes.io/part-of</c>); its own name unless declared.</summary>
    public required string PartOf { get; init; }

    /// <summary>What it is for, free text.</summary>
    public string? Description { get; init; }

    /// <summary>The ARN of the AWS IAM role that its ServiceAccount assumes.</summary>
    public string? IamRole { get; init; }

    /// <summary>Its workloads, by role name (ordinal); at least one.</summary>
    public required EquatableArray<WorkloadSpec> Workloads { get; init; }

    /// <summary>Its ingress rules, by host and path (ordinal).</summary>
    public EquatableArray<IngressSpec> Ingresses { get; init; }

    /// <summary>Its routes by way of a Gateway, by host and path (ordinal).</summary>
    public EquatableArray<RouteSpec> Routes { get; init; }

    /// <summary>The user's labels on objects that belong to no workload, by key and kind (ordinal).</summary>
    public EquatableArray<MetadataSpec> Labels { get; init; }

    /// <summary>The user's annotations on objects that belong to no workload, by key and kind (ordinal).</summary>
    public EquatableArray<MetadataSpec> Annotations { get; init; }

    /// <summary>All secrets of all its workloads, by key (ordinal), each once.</summary>
    public EquatableArray<SecretSpec> Secrets { get; init; }

    /// <summary>The claims that the app's workloads share, by name (ordinal), each once.</summary>
    public IEnumerable<ClaimSpec> SharedClaims => Workloads
        .SelectMany(workload => workload.Volumes)
        .Select(volume => volume.Claim)
        .Where(claim => claim is { Owner: ClaimOwner.App })
        .OfType<ClaimSpec>()
        .Distinct()
        .OrderBy(claim => claim.Name, StringComparer.Ordinal);

    /// <summary>The store that secrets without one of their own come from (External Secrets Operator).</summary>
    public required SecretStoreReference SecretStore { get; init; }

    /// <summary>How often the store is read, as Go writes durations (<c>1h0m0s</c>).</summary>
    public string SecretRefreshInterval { get; init; } = "1h0m0s";

    /// <summary>How Argo CD deploys it.</summary>
    public required ArgoSpec Argo { get; init; }

    /// <summary>Whether the web workload is reached from outside the cluster.</summary>
    public bool IsExposed => Ingresses.Count > 0 || Routes.Count > 0;

    /// <summary>The web workload, where there is one.</summary>
    public WorkloadSpec? Web => Workloads.FirstOrDefault(workload => workload.Kind == WorkloadKind.Web);
}
