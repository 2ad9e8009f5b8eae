namespace Ink.Manifests;

/// <summary>Names transforms: an <c>InkManifestTransform</c> item.</summary>
/// <param name="Path">The assembly, in full.</param>
/// <param name="Type">
/// The full name of one <see cref="IManifestTransform"/> of it; <see langword="null"/> for every public one with a public constructor
/// without parameters, by full name (ordinal).
/// </param>
public sealed record TransformReference(string Path, string? Type = null);
