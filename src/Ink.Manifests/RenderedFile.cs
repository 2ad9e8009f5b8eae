namespace Ink.Manifests;

/// <summary>A file of a rendered folder.</summary>
/// <param name="Path">Relative to the folder, with <c>/</c>.</param>
/// <param name="Content">Text in UTF-8 without byte order mark; lines end with a line feed.</param>
public sealed record RenderedFile(string Path, string Content);
