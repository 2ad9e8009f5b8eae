using System.Composition;
using Ink.Generators.CodeFixes.Editing;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes;

/// <summary>INK1013: bounds the time of a run, and takes back that runs overlap.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GuardCronCodeFix))]
[Shared]
public sealed class GuardCronCodeFix() : InkCodeFix(RuleCatalogue.UnsafeCron)
{
    private const string Deadline = "DeadlineSeconds";

    // Far more than most runs take, and early enough for somebody to see that one hung.
    private const string Hour = "3600";

    private protected override FixPlan? Plan(FixTarget target)
    {
        if (target.Site is not { } site)
            return null;
        if (target.Missing.Count > 0)
            return new FixPlan($"Add {Deadline} = {Hour}", AttributeEdits.Add(target.Document, site.Syntax, Deadline, Hour));
        return AttributeEdits.Named(site.Syntax, "Concurrency") is { } argument
            ? new FixPlan("Remove Concurrency, so that no run starts beside another", AttributeEdits.Remove(target.Document, site.Syntax, argument))
            : null;
    }
}
