namespace Ink.Model.Rules;

/// <summary>What the project says of a rule: by <c>.editorconfig</c>, <c>NoWarn</c>, <c>WarningsAsErrors</c>, <c>[SuppressMessage]</c> or <c>#pragma</c>.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Severity">
/// What the compiler makes of all of them; <see langword="null"/> for the severity that the rule has by itself, whatever is said of all rules.
/// </param>
public sealed record RuleSetting(string Rule, RuleSeverity? Severity)
{
    /// <summary>How the model's JSON writes a severity of <see langword="null"/>.</summary>
    public const string Default = "Default";
}
