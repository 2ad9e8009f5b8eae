using System.Text.Json.Serialization;

namespace Ink.Manifests.ArgoCd;

/// <summary>The desired state of an <see cref="Application"/>.</summary>
public sealed record ApplicationSpec
{
    /// <summary>The AppProject that limits what it may do.</summary>
    public required string Project { get; init; }

    /// <summary>Where the manifests are.</summary>
    public required ApplicationSource Source { get; init; }

    /// <summary>Where they go.</summary>
    public required ApplicationDestination Destination { get; init; }

    /// <summary>How they are applied.</summary>
    public required SyncPolicy SyncPolicy { get; init; }

    /// <summary>Differences that do not count.</summary>
    public IReadOnlyList<IgnoredDifference>? IgnoreDifferences { get; init; }
}

/// <summary>A folder of a git repository.</summary>
/// <param name="RepoUrl">The repository.</param>
/// <param name="TargetRevision">The branch.</param>
/// <param name="Path">The folder, relative to the repository's root.</param>
public sealed record ApplicationSource([property: JsonPropertyName("repoURL")] string RepoUrl, string TargetRevision, string Path);

/// <summary>A namespace of a cluster, which is given by its address or by its name in Argo CD.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Server">The address of the API server.</param>
/// <param name="Name">The cluster's name in Argo CD.</param>
public sealed record ApplicationDestination(string Namespace, string? Server, string? Name);

/// <summary>Fields that Argo CD leaves out of its comparison.</summary>
/// <param name="Group">The API group.</param>
/// <param name="Kind">The kind.</param>
public sealed record IgnoredDifference(string Group, string Kind)
{
    /// <summary>The object's name; <see langword="null"/> for all of the kind.</summary>
    public string? Name { get; init; }

    /// <summary>The fields, as JSON pointers (RFC 6901).</summary>
    public IReadOnlyList<string>? JsonPointers { get; init; }

    /// <summary>The fields, as jq paths.</summary>
    public IReadOnlyList<string>? JqPathExpressions { get; init; }
}
