using Ink.Model.Collections;
using Ink.Model.Rules;
using Ink.Model.Specs;

namespace Ink.Model.Resolution;

/// <summary>The outcome of resolving a model for one environment.</summary>
/// <param name="Spec">The application; <see langword="null"/> where a finding is an error.</param>
/// <param name="Findings">What is wrong with the declarations, in a fixed order.</param>
public sealed record ResolvedApp(AppSpec? Spec, EquatableArray<Finding> Findings)
{
    /// <summary>
    /// What could be made of it, errors or not. The compiler goes on with it, so that a wrong quantity does not take away the constants
    /// and extension methods that the rest of the source uses.
    /// </summary>
    public required AppSpec Draft { get; init; }

    /// <summary>How much each rule weighs in this project.</summary>
    public required RuleSettings Settings { get; init; }

    /// <summary>What the source takes back.</summary>
    public required Suppressions Suppressions { get; init; }

    /// <summary>What is wrong and suppressed, in a fixed order.</summary>
    public EquatableArray<Finding> Suppressed { get; init; }
}
