namespace Ink.Model.Specs;

/// <summary>A file of the project that a workload finds in its container.</summary>
/// <param name="Path">Relative to the project's folder, with <c>/</c>.</param>
/// <param name="MountPath">The file in the container, absolute.</param>
/// <param name="Content">What is in it; <see langword="null"/> where files are not known, as in the compiler.</param>
public sealed record ConfigFileSpec(string Path, string MountPath, ConfigContent? Content);
