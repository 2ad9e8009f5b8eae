using Ink.Model.Declarations;
using Ink.Model.Policy;

namespace Ink.Model.Rules;

/// <summary>A rule that was broken, where, and what to do.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">Names the thing, the place and the remedy; never holds a secret's value.</param>
/// <param name="Declaration">The attribute at fault; <see langword="null"/> where a project property is.</param>
/// <param name="Argument">The argument of the declaration at fault; <see langword="null"/> for the attribute as a whole.</param>
/// <param name="Workload">
/// The workload it is about; <see langword="null"/> where it is about the app or a property. One without a declaration is about what
/// nobody wrote: editors show it where the program begins.
/// </param>
public sealed record Finding(Rule Rule, string Message, Declaration? Declaration = null, string? Argument = null, string? Workload = null)
{
    /// <summary>How much it weighs: the rule's severity, unless the project or its policy says otherwise.</summary>
    public RuleSeverity Severity { get; init; } = Rule.Severity;

    /// <summary>What to write in source; <see langword="null"/> where the message alone tells.</summary>
    public SourceHint? Hint { get; init; }

    /// <summary>The workload that it is about, be it that the attribute is limited to it or declares it; <see langword="null"/> for the app.</summary>
    internal string? Subject => Workload
        ?? Declaration?.Workload
        ?? (Declaration is { } declaration && AttributeKind.Find(declaration.Attribute) is { IsWorkload: true } ? declaration.WorkloadName : null);
}
