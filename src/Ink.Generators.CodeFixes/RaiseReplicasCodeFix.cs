using System.Composition;
using Ink.Generators.CodeFixes.Editing;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes;

/// <summary>INK1009: asks for two pods.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RaiseReplicasCodeFix))]
[Shared]
public sealed class RaiseReplicasCodeFix() : InkCodeFix(RuleCatalogue.SingleReplica)
{
    private protected override FixPlan? Plan(FixTarget target)
    {
        if (target.Argument is not { } argument || target.Site is not { } site || IsCapped(site.Declaration[argument == "Min" ? "Max" : ""]))
            return null;
        return new FixPlan($"Write {argument} = 2", AttributeEdits.Set(target.Document, site.Syntax, argument, "2"));
    }

    // One pod at most leaves no room for two.
    private static bool IsCapped(ArgumentValue? max) => max is ArgumentValue.Number { Value: < 2 };
}
