namespace Ink.Model.Specs;

/// <summary>An environment variable with a literal value.</summary>
public sealed record VariableSpec(string Name, string Value);
