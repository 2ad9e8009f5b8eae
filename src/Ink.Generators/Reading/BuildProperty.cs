namespace Ink.Generators.Reading;

/// <summary>An MSBuild property that is set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, never empty.</param>
internal sealed record BuildProperty(string Name, string Value);
