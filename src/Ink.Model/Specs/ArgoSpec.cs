namespace Ink.Model.Specs;

/// <summary>Where the Argo CD Application lives and what it points at.</summary>
/// <param name="Namespace">The namespace of Argo CD itself.</param>
/// <param name="Project">The AppProject.</param>
/// <param name="Server">The API server of the target cluster; <see langword="null"/> where <paramref name="Cluster"/> names it.</param>
/// <param name="Cluster">The cluster's name in Argo CD; <see langword="null"/> where <paramref name="Server"/> is given.</param>
public sealed record ArgoSpec(string Namespace, string Project, string? Server, string? Cluster);
