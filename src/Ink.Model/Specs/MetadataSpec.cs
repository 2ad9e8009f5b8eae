namespace Ink.Model.Specs;

/// <summary>A label or an annotation of the user's.</summary>
/// <param name="Key">The key, with its prefix.</param>
/// <param name="Value">The value; may be empty.</param>
/// <param name="On">The kind of object it is limited to (<c>Pod</c>: pod templates); <see langword="null"/> for all.</param>
public sealed record MetadataSpec(string Key, string Value, string? On);
