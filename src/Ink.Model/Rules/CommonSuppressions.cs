namespace Ink.Model.Rules;

/// <summary>What is suppressed in every environment: for findings in files that are of all of them, such as source and settings.</summary>
/// <param name="environments">The suppressions of each environment; never empty.</param>
public sealed class CommonSuppressions(IReadOnlyList<Suppressions> environments)
{
    /// <summary>Whether what a rule says is suppressed, which it is where no environment is left to want it.</summary>
    public bool Suppress(Rule rule) => environments.All(suppressions => suppressions.Suppress(rule, null));

    /// <summary>Why it is accepted; <see langword="null"/> where it is not.</summary>
    public string? ReasonFor(Rule rule) => environments[0].ReasonFor(rule, null);

    /// <summary>The message of a finding, with the end of its suppression where that has come.</summary>
    public string Tell(Rule rule, string message) =>
        environments.Select(suppressions => suppressions.EndOf(rule, null)).FirstOrDefault(end => end is not null) is { } end
            ? Suppressions.Ended(message, end)
            : message;
}
