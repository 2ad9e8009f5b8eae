namespace Ink.Manifests.Output;

/// <summary>A <c>kustomization.yaml</c>: makes Argo CD and <c>kubectl kustomize</c> take these files of the folder and no others.</summary>
/// <param name="Resources">The files.</param>
internal sealed record Kustomization(IReadOnlyList<string> Resources)
{
    public string ApiVersion { get; } = "kustomize.config.k8s.io/v1beta1";

    public string Kind { get; } = "Kustomization";
}
