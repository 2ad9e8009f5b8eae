namespace Ink.Model.Rules;

/// <summary>A severity that the project gives a rule: by <c>.editorconfig</c>, <c>NoWarn</c>, <c>WarningsAsErrors</c> or <c>[SuppressMessage]</c>.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Severity">What the compiler makes of all of them.</param>
public sealed record RuleSetting(string Rule, RuleSeverity Severity);
