namespace Ink.Manifests;

/// <summary>The image that every workload of an application runs.</summary>
/// <param name="Reference">What goes into <c>image:</c> – <c>registry/repository:tag@sha256:…</c>, or <c>repository:tag</c>.</param>
/// <param name="Version">The tag: the source commit. Shown as <c>app.kubernetes.io/version</c>.</param>
public sealed record ContainerImage(string Reference, string Version);
