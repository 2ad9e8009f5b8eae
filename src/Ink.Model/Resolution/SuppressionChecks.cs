using Ink.Model.Declarations;
using Ink.Model.Rules;

namespace Ink.Model.Resolution;

/// <summary>What can be wrong with <c>[Suppress]</c>.</summary>
internal static class SuppressionChecks
{
    // Told by the targets when they fail, not by rules that somebody could disagree with.
    private const string Failures = "INK4";

    public static void Run(Declaration declaration, FindingCollector findings)
    {
        if (declaration.Attribute != AttributeKind.Suppress.Name)
            return;

        if (declaration.TextOf("Rule") is { Length: > 0 } id)
        {
            if (id.StartsWith(Failures, StringComparison.Ordinal))
                findings.Add(RuleCatalogue.NoEffect, $"{declaration.Display}: {id} is a failure of a target, which cannot be suppressed. Remove it.", declaration, "Rule");
            else if (RuleCatalogue.All.All(rule => rule.Id != id))
                findings.Add(RuleCatalogue.MissingReference, $"{declaration.Display}: there is no rule \"{id}\". Write the code that the message has, such as {RuleCatalogue.SingleReplica.Id}.", declaration, "Rule");
        }

        if (declaration.TextOf("Until") is { Length: > 0 } until && Suppressions.Date(until) is null)
            findings.Add(RuleCatalogue.InvalidDuration, $"{declaration.Display} Until: \"{until}\" is not a date. Write it as 2027-06-30.", declaration, "Until");
    }
}
