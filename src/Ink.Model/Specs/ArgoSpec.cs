using Ink.Model.Collections;

namespace Ink.Model.Specs;

/// <summary>Where the Argo CD Application lives and what it points at.</summary>
/// <param name="Namespace">The namespace of Argo CD itself.</param>
/// <param name="Project">The AppProject.</param>
/// <param name="Server">The API server of the target cluster; <see langword="null"/> where <paramref name="Cluster"/> names it.</param>
/// <param name="Cluster">The cluster's name in Argo CD; <see langword="null"/> where <paramref name="Server"/> is given.</param>
public sealed record ArgoSpec(string Namespace, string Project, string? Server, string? Cluster)
{
    /// <summary>Sync options beside Ink's own, or in their place: <c>Name=value</c>.</summary>
    public EquatableArray<string> SyncOptions { get; init; }

    /// <summary>Who is told of what.</summary>
    public EquatableArray<NotificationSpec> Notifications { get; init; }

    /// <summary>The Kargo stage that may change the Application, as <c>project:stage</c>.</summary>
    public string? KargoStage { get; init; }
}

/// <summary>A subscription of Argo CD Notifications.</summary>
/// <param name="Subject">Trigger and service: <c>on-sync-failed.slack</c>.</param>
/// <param name="Recipients">Who is told, as the service knows them.</param>
public sealed record NotificationSpec(string Subject, string Recipients);
