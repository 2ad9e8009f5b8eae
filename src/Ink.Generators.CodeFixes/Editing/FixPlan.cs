namespace Ink.Generators.CodeFixes.Editing;

/// <summary>A fix that is offered for a diagnostic.</summary>
/// <param name="Title">What it does, as the editor shows it.</param>
/// <param name="Edits">What changes; never empty.</param>
internal sealed record FixPlan(string Title, params IReadOnlyList<Edit> Edits);
