namespace Ink.Model.Resolution;

/// <summary>A label or an annotation that the project gives to all of its objects: an <c>InkLabel</c> or <c>InkAnnotation</c> item.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value; may hold placeholders.</param>
/// <param name="On">The kind of object it is limited to; <see langword="null"/> for all.</param>
/// <param name="Environment">The environment it is limited to; <see langword="null"/> for all.</param>
public sealed record ProjectMetadata(string Key, string Value, string? On = null, string? Environment = null);
